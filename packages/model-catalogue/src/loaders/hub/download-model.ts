import { dirname, join, posix } from 'node:path'
import { listFiles, modelInfo } from '@huggingface/hub'
import { externalDataFiles } from '@vitest-hardware/onnx-graph'
import { chooseGraph } from '../local-model.ts'
import { readModelFile } from '../model-file.ts'
import { downloadBlob, type HubFile } from './download-blob.ts'
import { cachedCommit, cachedSnapshot, linkBlob, rememberCommit, repositoryFolder } from './hub-cache.ts'
import { explainHubFailure, HubError, withoutNetwork } from './hub-error.ts'
import { hubFetch } from './hub-request.ts'
import { type HubSettings, hubSettings } from './hub-settings.ts'

export interface DownloadModelOptions {
  /** `org/name`, or `name` for a model of the hub itself. */
  readonly id: string
  readonly revision: string
  /** The graph's path in the repository. @default see {@link chooseGraph} */
  readonly file?: string
  readonly signal?: AbortSignal
  /** @default from the environment */
  readonly settings?: HubSettings
}

/**
 * Downloads one graph of a model with its external data, configuration and tokenizer into the cache that upstream's clients share.
 * What is cached is not fetched again; without a network the cached revision serves.
 * @returns the snapshot's absolute folder
 * @throws {HubError} not reachable and not cached, refused, or a checksum that does not fit
 */
export async function downloadModel({ id, revision, file, signal, settings = hubSettings() }: DownloadModelOptions): Promise<string> {
  if (!/^[\w.-]+(\/[\w.-]+)?$/.test(id))
    throw new HubError('this is no model id', { input: id, nextStep: 'give "org/name", or "./folder" for a folder of your own' })
  const repository = repositoryFolder(settings.cacheFolder, id)
  const known = await cachedCommit(repository, revision)
  const cached = known === null ? null : await cachedSnapshot(repository, known, file)
  if (cached !== null && (known === revision || settings.isOffline)) return cached
  if (settings.isOffline) {
    throw new HubError('HF_HUB_OFFLINE is set and the model is not in the cache', {
      input: id,
      nextStep: `unset HF_HUB_OFFLINE once, or ${withoutNetwork(settings)}`,
    })
  }
  try {
    return await fetchSnapshot({ id, revision, file, repository, settings, fetch: hubFetch(settings, signal) })
  } catch (cause) {
    if (signal?.aborted) throw cause
    const failure = explainHubFailure(cause, id, settings)
    // not reachable, or failing: the model of the last time serves
    if (cached !== null && failure instanceof HubError && failure.isUnreachable) return cached
    throw failure
  }
}

interface SnapshotRequest {
  readonly id: string
  readonly revision: string
  readonly file: string | undefined
  readonly repository: string
  readonly settings: HubSettings
  readonly fetch: typeof fetch
}

async function fetchSnapshot({ id, revision, file, repository, settings, fetch }: SnapshotRequest): Promise<string> {
  const hubUrl = settings.endpoint
  const { sha: commit } = await modelInfo({ name: id, revision, hubUrl, fetch, additionalFields: ['sha'] })
  const current = await cachedSnapshot(repository, commit, file)
  if (current !== null) {
    await rememberCommit(repository, revision, commit)
    return current
  }
  const files = new Map<string, HubFile>()
  for await (const entry of listFiles({ repo: id, revision: commit, recursive: true, hubUrl, fetch })) {
    if (entry.type === 'file')
      files.set(entry.path, { path: entry.path, size: entry.lfs?.size ?? entry.size, oid: entry.oid ?? '', sha256: entry.lfs?.oid ?? null })
  }
  const get = async (path: string): Promise<void> => {
    const known = files.get(path)
    if (known === undefined || path.split('/').includes('..')) {
      throw new HubError(`the repository lacks the file ${JSON.stringify(path)}`, {
        input: id,
        nextStep: 'tell its author, or choose another revision',
      })
    }
    const blob = join(repository, 'blobs', known.sha256 ?? known.oid)
    await downloadBlob({
      url: `${hubUrl}/${id}/resolve/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`,
      file: known,
      blob,
      fetch,
    })
    await linkBlob(repository, commit, path, blob)
  }
  const graph = chooseGraph([...files.keys()], file, id)
  for (const path of [...files.keys()].filter(isConfiguration)) await get(path)
  await get(graph)
  const folder = join(repository, 'snapshots', commit)
  const model = await readModelFile(join(folder, graph), `${id}/${graph}`)
  for (const data of externalDataFiles(model)) await get(posix.join(posix.dirname(graph), data))
  await rememberCommit(repository, revision, commit)
  return folder
}

/** Small files at the root: configuration, tokenizer, preprocessor. */
function isConfiguration(path: string): boolean {
  return dirname(path) === '.' && /\.(json|txt|jinja|model)$/.test(path) && !path.endsWith('.index.json')
}
