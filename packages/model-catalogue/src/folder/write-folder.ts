import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts'
import type { ModelType } from '../model-type.ts'
import { type FolderFile, folderContent } from './folder-content.ts'

/** The folder to write exists already. */
export class FolderExistsError extends UsageError {
  override readonly name = 'FolderExistsError'
}

export interface WriteModelFolderOptions {
  /** Of the weights. @default 0 */
  readonly seed?: number
}

/**
 * Writes a type's folder in the hub's layout: config, tokenizer or preprocessor, graphs.
 * It appears at once and whole, by a rename.
 * @throws {FolderExistsError} where something stands at `folder`
 */
export async function writeModelFolder(type: ModelType, folder: string, { seed = 0 }: WriteModelFolderOptions = {}): Promise<void> {
  if (!(await place(folderContent(type, seed), folder))) {
    throw new FolderExistsError('the folder exists already', { input: folder, nextStep: 'remove it or name another' })
  }
}

/**
 * A type's folder in a cache, written where it is missing or incomplete. Its name holds a hash of its content, so it is never stale.
 * Processes may call this for the same folder at once: one of them wins and all get the same path.
 */
export async function seededModelFolder(type: ModelType, cacheFolder: string, { seed = 0 }: WriteModelFolderOptions = {}): Promise<string> {
  const files = folderContent(type, seed)
  const hash = createHash('sha256')
  for (const { path, bytes } of files) hash.update(`${path}\n${bytes.length}\n`).update(bytes)
  const folder = join(cacheFolder, 'models', `${type.type}-${seed}-${hash.digest('hex').slice(0, 16)}`)
  if (await isComplete(files, folder)) return folder
  if (!(await place(files, folder)) && !(await isComplete(files, folder))) {
    await rm(folder, { recursive: true, force: true })
    await place(files, folder)
  }
  return folder
}

/** Writes beside the target and renames; false where another folder stands there. */
async function place(files: readonly FolderFile[], folder: string): Promise<boolean> {
  await mkdir(dirname(folder), { recursive: true })
  const temporary = await mkdtemp(`${folder}.tmp-`)
  try {
    for (const { path, bytes } of files) {
      const target = join(temporary, path)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, bytes)
    }
    if (await exists(folder)) return false
    await rename(temporary, folder)
    return true
  } catch (error) {
    if (isOccupied(error)) return false
    throw error
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function isComplete(files: readonly FolderFile[], folder: string): Promise<boolean> {
  const sizes = await Promise.all(
    files.map(({ path }) =>
      stat(join(folder, path)).then(
        ({ size }) => size,
        () => -1,
      ),
    ),
  )
  return files.every(({ bytes }, index) => bytes.length === sizes[index])
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** What renaming onto an existing folder gives on Linux, macOS and Windows. */
function isOccupied(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM'
}
