import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startWebDriverSession } from './webdriver-client.ts'

let server: Server | undefined
afterEach(() => server?.close())

/** Answers as the protocol says, and remembers what it was asked. */
async function protocolServer(answers: Readonly<Record<string, unknown>>): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = []
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const name = `${request.method} ${request.url}`
    asked.push(body === '' ? name : `${name} ${body}`)
    const value = answers[name] ?? null
    const failed = typeof value === 'object' && value !== null && 'error' in value
    response.writeHead(failed ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ value }))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const session = { sessionId: 'a b', capabilities: { browserName: 'Safari', browserVersion: '26.1' } }

test('commands of two tabs switch to their tab and never interleave', async () => {
  const { address, asked } = await protocolServer({
    'POST /session': session,
    'POST /session/a%20b/window/new': { handle: 'tab-1', type: 'tab' },
    'GET /session/a%20b/screenshot': Buffer.from('png').toString('base64'),
  })
  const driver = await startWebDriverSession(address, 'safari')
  expect(driver.version).toBe('26.1')
  expect(await driver.newWindow()).toBe('tab-1')
  const [, png] = await Promise.all([
    driver.navigate('tab-1', 'http://127.0.0.1/x'),
    driver.screenshot('tab-2'),
    driver.closeWindow('tab-1'),
  ])
  expect(Buffer.from(png).toString()).toBe('png')
  await driver.quit()
  expect(asked.slice(2)).toEqual([
    'POST /session/a%20b/window {"handle":"tab-1"}',
    'POST /session/a%20b/url {"url":"http://127.0.0.1/x"}',
    'POST /session/a%20b/window {"handle":"tab-2"}',
    'GET /session/a%20b/screenshot',
    'POST /session/a%20b/window {"handle":"tab-1"}',
    'DELETE /session/a%20b/window',
    'DELETE /session/a%20b',
  ])
})

test('an expression that fails in the page fails here, and the next goes on', async () => {
  const { address } = await protocolServer({ 'POST /session': session, 'POST /session/a%20b/execute/async': 'TypeError: no' })
  const driver = await startWebDriverSession(address, 'safari')
  await expect(driver.evaluate('tab', 'x()')).rejects.toThrow('TypeError: no')
  await driver.navigate('tab', 'http://127.0.0.1/')
})

test('a refusal is told in the server’s words', async () => {
  const { address } = await protocolServer({
    'POST /session': { error: 'session not created', message: 'enable remote automation', stacktrace: '' },
  })
  await expect(startWebDriverSession(address, 'safari')).rejects.toThrow('session not created: enable remote automation')
})
