import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { HubError, HubStatusError } from './hub-error.ts'

/** A file of a repository as the hub lists it. */
export interface HubFile {
  readonly path: string
  readonly size: number
  /** Git's object id: SHA-1 of `blob <size>\0` and the bytes. */
  readonly oid: string
  /** SHA-256 of the bytes, where the file is kept in Git LFS. */
  readonly sha256: string | null
}

export interface DownloadBlobOptions {
  readonly url: string
  readonly file: HubFile
  /** Where the blob is to stand. */
  readonly blob: string
  readonly fetch: typeof fetch
}

/**
 * Downloads a file, going on where an earlier attempt broke off, and checks its hash before it gets its name.
 * Each process writes a part file of its own; one that a dead process left is taken over.
 */
export async function downloadBlob({ url, file, blob, fetch }: DownloadBlobOptions): Promise<void> {
  // a blob of another size was cut, by a full disk for one
  if (
    await stat(blob).then(
      ({ size }) => size === file.size,
      () => false,
    )
  )
    return
  await mkdir(dirname(blob), { recursive: true })
  const part = await claimPart(blob)
  await complete(part, url, file, fetch)
  if ((await hashOf(part, file)) !== (file.sha256 ?? file.oid)) {
    await rm(part, { force: true })
    throw new HubError(`the file ${JSON.stringify(file.path)} does not have the checksum that the hub announces`, {
      input: file.path,
      nextStep: 'run again; the broken download was removed. If it happens again, a proxy or mirror changes the file',
    })
  }
  await rename(part, blob)
}

/** Broken connections in a row that brought nothing before the download is given up. */
const fruitlessAttempts = 3

/** Fetches what is missing, taking a broken connection up again where it ended. */
async function complete(part: string, url: string, file: HubFile, request: typeof fetch): Promise<void> {
  if ((await sizeOf(part)) > file.size) await rm(part)
  let fruitless = 0
  for (;;) {
    const before = await sizeOf(part)
    if (before === file.size && file.size > 0) return
    const failure = await append(url, part, before, request).then(
      () => null,
      (error: unknown) => error,
    )
    if (failure === null) return
    fruitless = (await sizeOf(part)) > before ? 0 : fruitless + 1
    if (failure instanceof HubStatusError || fruitless === fruitlessAttempts) throw failure
  }
}

async function append(url: string, part: string, start: number, request: typeof fetch): Promise<void> {
  const response = await request(url, { headers: start > 0 ? { range: `bytes=${start}-` } : {} })
  if (!response.ok || response.body === null) throw new HubStatusError(response.status)
  const reader = response.body.getReader()
  // a read is always under way: a stream that breaks drops the chunks that nobody has asked for yet
  const read = () =>
    reader.read().then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    )
  let next = read()
  // a server that knows no ranges sends the whole file again
  await using output = await open(part, response.status === 206 ? 'a' : 'w')
  for (;;) {
    const now = await next
    if ('error' in now) throw now.error
    if (now.result.done) return
    next = read()
    await output.write(now.result.value)
  }
}

/** This process' part file, continuing one that its owner no longer writes. */
async function claimPart(blob: string): Promise<string> {
  const mine = `${blob}.${process.pid}.incomplete`
  const pattern = new RegExp(`^${basename(blob)}\\.(\\d+)\\.incomplete$`)
  for (const name of (await readdir(dirname(blob))).sort()) {
    const owner = Number(pattern.exec(name)?.[1] ?? 0)
    if (owner > 0 && owner !== process.pid && !isAlive(owner)) {
      const claimed = await rename(join(dirname(blob), name), mine).then(
        () => true,
        () => false,
      )
      if (claimed) break
    }
  }
  return mine
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

async function hashOf(path: string, { sha256, size }: HubFile): Promise<string> {
  const hash: Hash = sha256 === null ? createHash('sha1').update(`blob ${await sizeOf(path)}\0`) : createHash('sha256')
  if (size > 0) await pipeline(createReadStream(path), hash)
  else hash.end()
  return hash.digest('hex')
}
