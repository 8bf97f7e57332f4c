import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { PageSocket } from './page-link.ts'
import { codeFolders, mediaType, runtimeFolder, type ServedFolder } from './files.ts'

/** Serves pages, onnxruntime-web and models to browsers on this machine, and takes the WebSockets of the pages. */
export interface PageServer extends AsyncDisposable {
  /** Address of a blank page that is a secure context and cross-origin isolated. */
  readonly blankPage: string
  /** Address of the module that runs in pages. */
  readonly code: string
  /** Address of the folder with onnxruntime-web's files; null where it is not installed. */
  readonly runtime: string | null
  /** Lends bytes to pages under an address that cannot be guessed, until it is disposed. */
  lend(bytes: Uint8Array): Disposable & { readonly address: string }
  /** Waits for a page to connect. */
  expectPage(): Disposable & { readonly address: string; readonly connected: Promise<PageSocket> }
}

/** Largest message, bytes: what one ArrayBuffer of a browser holds. */
const largestMessage = 2 ** 31 - 1

/** Both make the page cross-origin isolated; nothing is kept, so that nothing is left on the disk. */
const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

export async function startPageServer(): Promise<PageServer> {
  const code = await codeFolders()
  const runtime = await runtimeFolder()
  // whoever does not know it gets nothing: other programs and users of this machine, and pages of other sites
  const secret = randomBytes(24).toString('base64url')
  const lent = new Map<string, Uint8Array>()
  const expected = new Map<string, (socket: PageSocket) => void>()
  const folders = new Map<string, ServedFolder>([...code, ...(runtime === null ? [] : [['ort', runtime] as const])])
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false })

  const server = createServer((request, response) => {
    const path = pathBelow(request, secret)
    if (path === null || request.method !== 'GET') return refuse(response)
    const [place = '', name = ''] = path
    if (place === 'blank')
      return sendBytes(
        response,
        'blank.html',
        Buffer.from('<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>test</title>'),
      )
    const bytes = place === 'lent' ? lent.get(name) : undefined
    if (bytes !== undefined) return sendBytes(response, name, bytes)
    const folder = folders.get(place)
    if (folder === undefined || !folder.names.has(name)) return refuse(response)
    response.writeHead(200, { ...headers, 'content-type': mediaType(name), 'cache-control': 'max-age=3600' })
    createReadStream(join(folder.folder, name))
      .on('error', () => response.destroy())
      .pipe(response)
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const name = pathBelow(request, secret)?.[1] ?? ''
    const connect = expected.get(name)
    if (connect === undefined || request.headers.origin !== origin) return socket.destroy()
    expected.delete(name)
    sockets.handleUpgrade(request, socket, head, connect)
  })
  const origin = `http://127.0.0.1:${await listen(server)}`
  const host = origin.slice('http://'.length)

  function pathBelow(request: IncomingMessage, secret: string): string[] | null {
    // a name that leads here from elsewhere (DNS rebinding) is not ours
    if (request.headers.host !== host) return null
    const [, given, ...path] = (request.url ?? '').split('?')[0]!.split('/')
    return given === secret ? path : null
  }

  return {
    blankPage: `${origin}/${secret}/blank`,
    code: `${origin}/${secret}/page/main.js`,
    runtime: runtime === null ? null : `${origin}/${secret}/ort/`,
    lend(bytes) {
      const name = randomBytes(24).toString('base64url')
      lent.set(name, bytes)
      return { address: `${origin}/${secret}/lent/${name}`, [Symbol.dispose]: () => void lent.delete(name) }
    },
    expectPage() {
      const name = randomBytes(24).toString('base64url')
      const connected = new Promise<PageSocket>((resolve) => expected.set(name, resolve))
      return { address: `ws://${host}/${secret}/link/${name}`, connected, [Symbol.dispose]: () => void expected.delete(name) }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => resolve((server.address() as AddressInfo).port))
  })
}

function sendBytes(response: ServerResponse, name: string, bytes: Uint8Array): void {
  response.writeHead(200, {
    ...headers,
    'content-type': mediaType(name),
    'content-length': bytes.byteLength,
    'cache-control': 'no-store',
  })
  response.end(bytes)
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, headers)
  response.end()
}
