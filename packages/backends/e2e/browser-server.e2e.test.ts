import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { type PageServer, startPageServer } from '../src/browsers/server/page-server.ts'

async function serve(): Promise<PageServer> {
  const server = await startPageServer()
  onTestFinished(() => server[Symbol.asyncDispose]())
  return server
}

/** As it is: `fetch` would tidy the path and refuse to set the host. */
function get(
  address: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; isolated: boolean }> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers: { connection: 'close', ...headers } }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body,
          isolated:
            response.headers['cross-origin-opener-policy'] === 'same-origin' &&
            response.headers['cross-origin-embedder-policy'] === 'require-corp',
        }),
      )
    })
    sent.on('error', reject).end()
  })
}

test('it listens on the loopback interface and isolates what it serves', async () => {
  const server = await serve()
  expect(server.blankPage).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/blank$/)
  const { pathname } = new URL(server.blankPage)
  expect(await get(server.blankPage, pathname)).toMatchObject({
    status: 200,
    isolated: true,
    body: expect.stringContaining('<!doctype html>'),
  })
  const runtime = new URL(server.runtime!)
  expect(await get(server.blankPage, `${runtime.pathname}ort.wasm.min.mjs`)).toMatchObject({ status: 200, isolated: true })
})

test('nothing is served without the secret, from another folder, or by another name', async () => {
  const server = await serve()
  const secret = new URL(server.blankPage).pathname.split('/')[1]
  const paths = [
    '/',
    '/blank',
    '/wrong/blank',
    `/${secret}`,
    `/${secret}/ort/`,
    `/${secret}/ort/../package.json`,
    `/${secret}/ort/..%2fpackage.json`,
    `/${secret}/ort/ort.min.js.map`,
    `/${secret}/ort//etc/passwd`,
    `/${secret}/../${secret}/ort/ort.wasm.min.mjs`,
    `/${secret}/lent/guess`,
    `/${secret}/page/../../index.js`,
    `//${secret}/blank`,
  ]
  for (const path of paths) expect([path, (await get(server.blankPage, path)).status]).toEqual([path, 404])
  const rebound = await get(server.blankPage, `/${secret}/blank`, { host: 'attacker.example' })
  expect(rebound.status).toBe(404)
})

test('bytes are served while they are lent', async () => {
  const server = await serve()
  const lent = server.lend(Buffer.from('a model'))
  const { pathname } = new URL(lent.address)
  expect(await get(server.blankPage, pathname)).toMatchObject({ status: 200, body: 'a model' })
  lent[Symbol.dispose]()
  expect(await get(server.blankPage, pathname)).toMatchObject({ status: 404 })
})

test('a page that is expected may connect, once, from a page of this server', async () => {
  const server = await serve()
  const { origin } = new URL(server.blankPage)
  const connects = (address: string, from?: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = new WebSocket(address, from === undefined ? {} : { origin: from })
      socket.on('open', () => resolve(true)).on('error', () => resolve(false))
      onTestFinished(() => socket.terminate())
    })
  const expected = server.expectPage()
  expect(await connects(expected.address)).toBe(false)
  expect(await connects(expected.address, 'http://attacker.example')).toBe(false)
  expect(await connects(`${expected.address}x`, origin)).toBe(false)
  expect(await connects(expected.address, origin)).toBe(true)
  expect(await connects(expected.address, origin)).toBe(false)
  const withdrawn = server.expectPage()
  withdrawn[Symbol.dispose]()
  expect(await connects(withdrawn.address, origin)).toBe(false)
})
