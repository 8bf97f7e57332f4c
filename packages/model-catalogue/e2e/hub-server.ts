import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Commit that every revision of the test hub means. */
export const commit = '0123456789abcdef0123456789abcdef01234567'

export interface TestHub extends AsyncDisposable {
  readonly endpoint: string
  /** `METHOD path` of all requests so far, with the range where there is one. */
  readonly requests: string[]
  /** Authorization headers by host name. */
  readonly tokens: Map<string, Set<string | undefined>>
  /** What goes wrong from now on. */
  fault: Fault
  readonly files: Map<string, Buffer>
}

export type Fault =
  | { readonly kind: 'none' }
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks after so many bytes of each large answer. */
  | { readonly kind: 'break'; readonly after: number }
  | { readonly kind: 'corrupt' }

/**
 * A server with the hub's URL layout on two loopback names: `127.0.0.1` for the API, `localhost` for the files it redirects to,
 * so that they are different origins as the hub and its storage are.
 */
export async function startHub(id: string, files: ReadonlyMap<string, Buffer>): Promise<TestHub> {
  const hub = {
    endpoint: '',
    requests: [] as string[],
    tokens: new Map<string, Set<string | undefined>>(),
    fault: { kind: 'none' } as Fault,
    files: new Map(files),
  }
  const server = createServer((request, response) => answer(hub, id, request, response))
  await new Promise<void>((resolve) => server.listen(0, resolve))
  hub.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(hub, { [Symbol.asyncDispose]: () => stop(server) })
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

const isLarge = (path: string): boolean => path.endsWith('.onnx') || path.endsWith('.onnx_data')
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const gitOid = (bytes: Buffer): string => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')

function answer(hub: Omit<TestHub, keyof AsyncDisposable>, id: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url!, hub.endpoint)
  const host = request.headers.host!.split(':')[0]!
  const range = request.headers.range
  hub.requests.push(`${request.method} ${url.pathname}${range ? ` ${range}` : ''}`)
  hub.tokens.set(host, (hub.tokens.get(host) ?? new Set()).add(request.headers.authorization))
  const json = (status: number, content: unknown): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
  if (hub.fault.kind === 'status') return json(hub.fault.status, { error: 'refused' })
  if (url.pathname.startsWith('/storage/')) return send(hub, decodeURIComponent(url.pathname.slice('/storage/'.length)), range, response)
  const api = `/api/models/${id}`
  const resolve = [`/${id}/resolve/${commit}/`, `/${id}/resolve/main/`].find((prefix) => url.pathname.startsWith(prefix))
  if (url.pathname === `${api}/revision/main` || url.pathname === `${api}/revision/${commit}`)
    return json(200, { _id: '1', id, sha: commit, siblings: [], lastModified: '2024-01-01T00:00:00.000Z' })
  if (url.pathname === `${api}/tree/${commit}`)
    return json(
      200,
      [...hub.files].map(([path, bytes]) => entry(path, bytes)),
    )
  if (resolve !== undefined) {
    const path = decodeURIComponent(url.pathname.slice(resolve.length))
    if (!hub.files.has(path)) return json(404, { error: 'Entry not found' })
    if (!isLarge(path)) return send(hub, path, range, response)
    const storage = hub.endpoint.replace('127.0.0.1', 'localhost')
    return void response
      .writeHead(302, { location: `${storage}/storage/${encodeURIComponent(path)}`, 'x-linked-etag': `"${sha256(hub.files.get(path)!)}"` })
      .end()
  }
  return json(404, { error: 'Repository not found' })
}

function entry(path: string, bytes: Buffer) {
  const lfs = isLarge(path) ? { lfs: { oid: sha256(bytes), size: bytes.length, pointerSize: 130 } } : {}
  return { type: 'file', path, size: bytes.length, oid: gitOid(bytes), ...lfs }
}

function send(hub: Omit<TestHub, keyof AsyncDisposable>, path: string, range: string | undefined, response: ServerResponse): void {
  const all = hub.files.get(path)!
  const start = Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0)
  const bytes = Buffer.from(all.subarray(start))
  if (hub.fault.kind === 'corrupt' && isLarge(path)) bytes[bytes.length - 1]! ^= 1
  const headers = { etag: `"${sha256(all)}"`, 'accept-ranges': 'bytes', 'content-length': bytes.length }
  response.writeHead(range ? 206 : 200, range ? { ...headers, 'content-range': `bytes ${start}-${all.length - 1}/${all.length}` } : headers)
  if (hub.fault.kind === 'break' && isLarge(path) && bytes.length > hub.fault.after) {
    response.write(bytes.subarray(0, hub.fault.after), () => response.destroy())
    return
  }
  response.end(bytes)
}
