import { copyFile, mkdir, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { getRepoFolderName, REGEX_COMMIT_HASH } from '@huggingface/hub'
import { externalDataFiles } from '@vitest-hardware/onnx-graph'
import { chooseGraph } from '../local-model.ts'
import { readModelFile } from '../model-file.ts'

/** A model's place in the cache that all of upstream's clients share: `models--org--name/{blobs,refs,snapshots}`. */
export function repositoryFolder(cacheFolder: string, id: string): string {
  return join(cacheFolder, getRepoFolderName({ type: 'model', name: id }))
}

/** The commit that a revision meant when it was last asked for; null where it never was. */
export async function cachedCommit(repository: string, revision: string): Promise<string | null> {
  if (REGEX_COMMIT_HASH.test(revision)) return revision
  const commit = await readFile(join(repository, 'refs', revision), 'utf8').catch(() => null)
  return commit === null ? null : commit.trim()
}

export async function rememberCommit(repository: string, revision: string, commit: string): Promise<void> {
  if (revision === commit) return
  const path = join(repository, 'refs', revision)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, commit)
}

/** The snapshot's folder where it holds a whole model, external data included; null otherwise. */
export async function cachedSnapshot(repository: string, commit: string, file: string | undefined): Promise<string | null> {
  const folder = join(repository, 'snapshots', commit)
  try {
    const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'))
    const graph = chooseGraph(files, file, folder)
    const model = await readModelFile(join(folder, graph), graph)
    await Promise.all(externalDataFiles(model).map((name) => stat(join(folder, dirname(graph), name))))
    return folder
  } catch {
    // whatever is missing or broken is fetched again
    return null
  }
}

/** Makes `snapshots/<commit>/<path>` a link to the blob, or a copy where the system allows no links. */
export async function linkBlob(repository: string, commit: string, path: string, blob: string): Promise<void> {
  const pointer = join(repository, 'snapshots', commit, path)
  await mkdir(dirname(pointer), { recursive: true })
  const target = relative(dirname(pointer), blob)
  if ((await readlink(pointer).catch(() => null)) === target) return
  await rm(pointer, { force: true })
  await symlink(target, pointer).catch(async (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null
    // another process made it
    if (code === 'EEXIST') return
    await copyFile(blob, pointer)
  })
}
