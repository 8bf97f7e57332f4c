import type { RequestHandler } from 'msw'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Msw } from './load-msw.ts'

/** A server on 127.0.0.1 that answers from request handlers. */
export interface LoopbackServer extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123` */
  readonly origin: string
}

/**
 * Serves request handlers over real sockets, for other processes and for what an in-process `fetch` cannot show. Handlers see `address` as the origin of each request.
 * A connection failure destroys the socket; closing the server ends its connections.
 */
export async function serveHandlers(msw: Msw, handlers: readonly RequestHandler[], address: string): Promise<LoopbackServer> {
  const server = createServer((incoming, outgoing) => {
    void answer({ msw, handlers, address }, incoming, outgoing)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

interface Served {
  readonly msw: Msw
  readonly handlers: readonly RequestHandler[]
  readonly address: string
}

async function answer({ msw, handlers, address }: Served, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  try {
    const response = await msw.getResponse([...handlers], requestOf(incoming, address, gone.signal))
    if (response === undefined) outgoing.writeHead(404).end()
    else if (response.type === 'error') outgoing.destroy()
    else {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      // the client measures the time to this moment, so it must not wait for the body's first event
      outgoing.flushHeaders()
      if (response.body === null) outgoing.end()
      else await pipeline(Readable.from(response.body), outgoing)
    }
  } catch {
    // a cut stream, a client that left, or a request that is none: the socket tells the client all there is to tell
    outgoing.destroy()
  }
}

/** @throws {TypeError} for an address or a method that a `Request` cannot have. */
function requestOf(incoming: IncomingMessage, address: string, signal: AbortSignal): Request {
  const { method = 'GET', url = '/' } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(new URL(url, address), {
    method,
    headers: headersOf(incoming),
    signal,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
  })
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct)) for (const value of values ?? []) headers.append(name, value)
  return headers
}
