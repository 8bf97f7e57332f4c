import { z } from 'zod'

const AnswerSchema = z.object({ value: z.unknown() })
const FailureSchema = z.object({ value: z.object({ error: z.string(), message: z.string() }) })
const SessionSchema = z.object({ sessionId: z.string(), capabilities: z.object({ browserVersion: z.string().optional() }) })
const WindowSchema = z.object({ handle: z.string() })

/** A session of a WebDriver server ([W3C WebDriver](https://www.w3.org/TR/webdriver2/)), as much of it as a page with a session needs. */
export interface WebDriverSession {
  /** The browser's version; `unknown` where the server does not say. */
  readonly version: string
  /** Opens a tab; its handle. */
  newWindow(): Promise<string>
  /** The commands below act on one tab, so they go one after another. */
  navigate(window: string, address: string): Promise<void>
  /** Runs an expression and waits where it is a promise. */
  evaluate(window: string, expression: string): Promise<void>
  screenshot(window: string): Promise<Uint8Array>
  closeWindow(window: string): Promise<void>
  quit(): Promise<void>
}

/** What the server answered instead. */
export class WebDriverError extends Error {
  override readonly name = 'WebDriverError'
}

/**
 * @param server address of the WebDriver server, without a slash at the end
 * @throws {WebDriverError} the server's own words, e.g. that automation is switched off
 */
export async function startWebDriverSession(server: string, browserName: string): Promise<WebDriverSession> {
  const created = SessionSchema.parse(await command('POST', `${server}/session`, { capabilities: { alwaysMatch: { browserName } } }))
  const session = `${server}/session/${encodeURIComponent(created.sessionId)}`
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(body: () => Promise<Value>): Promise<Value> => {
    const next = last.then(body, body)
    last = next.catch(() => undefined)
    return next
  }
  const at = <Value>(window: string, body: () => Promise<Value>): Promise<Value> =>
    inTurn(async () => {
      await command('POST', `${session}/window`, { handle: window })
      return body()
    })
  return {
    version: created.capabilities.browserVersion ?? 'unknown',
    newWindow: () => inTurn(async () => WindowSchema.parse(await command('POST', `${session}/window/new`, { type: 'tab' })).handle),
    navigate: (window, address) => at(window, async () => void (await command('POST', `${session}/url`, { url: address }))),
    evaluate: (window, expression) => at(window, () => evaluate(session, expression)),
    screenshot: (window) => at(window, async () => Buffer.from(z.string().parse(await command('GET', `${session}/screenshot`)), 'base64')),
    closeWindow: (window) => at(window, async () => void (await command('DELETE', `${session}/window`))),
    quit: () => inTurn(async () => void (await command('DELETE', session))),
  }
}

/** The script calls back with null, or with why it failed: a rejected promise would be a time-out. */
async function evaluate(session: string, expression: string): Promise<void> {
  const script = `const done = arguments[arguments.length - 1]; Promise.resolve().then(() => (${expression})).then(() => done(null), (error) => done(String(error)))`
  const failure = await command('POST', `${session}/execute/async`, { script, args: [] })
  if (typeof failure === 'string') throw new WebDriverError(failure)
}

async function command(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (response.ok) return AnswerSchema.parse(answer).value
  const { error, message } = FailureSchema.parse(answer).value
  throw new WebDriverError(`${error}: ${message}`)
}
