import { secretPattern, secretsOf } from '@vitest-hardware/contracts/base'

/** What stands where a secret stood. */
export const scrubbed = '[scrubbed]'

const queryName = /key|token|secret|sig|auth|passw/i

// keys as the vendors make them, and ids of organizations and projects, which vendors repeat in error messages
const secretShapes = /\b(?:sk|gsk|pk|rk)[-_][\w-]{16,}|\borg[-_][A-Za-z0-9]{8,}|\bproj_[A-Za-z0-9]{8,}/g

const requestHeaders = new Set(['accept', 'anthropic-beta', 'anthropic-version', 'content-type'])
const responseHeaders = /^(?:content-type|retry-after(?:-ms)?|(?:anthropic-|x-)ratelimit-.*|x-should-retry|x-simulated)$/

/** Takes secrets out of what a cassette keeps. */
export interface Scrubber {
  text(text: string): string
  /** Of a request: those that decide the answer. All others, keys and cookies among them, are not kept. */
  requestHeaders(headers: Headers): Record<string, string>
  /** Of an answer: its type, and when to come again. */
  responseHeaders(headers: Headers): Record<string, string>
  /** Path and query of an address, values of secret-looking parameters replaced. */
  path(url: URL): string
  /** Whether a secret is in the text even so. */
  finds(text: string): boolean
}

/**
 * Scrubs the values of all environment variables whose names look secret, passwords inside the other ones, the keys given, and whatever has the shape of a vendor's key or of an organization's id;
 * in every spelling of {@link secretPattern}. Keys too short to be looked for are in headers, which are dropped all the same.
 */
export function createScrubber(environment: Readonly<Record<string, string | undefined>>, keys: readonly string[] = []): Scrubber {
  const pattern = secretPattern([...secretsOf(environment), ...keys])
  const text = (dirty: string): string =>
    (pattern === null ? dirty : dirty.replaceAll(pattern, scrubbed)).replaceAll(secretShapes, scrubbed)
  const keep = (headers: Headers, wanted: (name: string) => boolean): Record<string, string> =>
    Object.fromEntries([...headers].filter(([name]) => wanted(name)).map(([name, value]) => [text(name), text(value)]))
  return {
    text,
    requestHeaders: (headers) => keep(headers, (name) => requestHeaders.has(name)),
    responseHeaders: (headers) => keep(headers, (name) => responseHeaders.test(name)),
    path(url) {
      const query = new URLSearchParams(url.search)
      for (const name of new Set(query.keys())) if (queryName.test(name)) query.set(name, scrubbed)
      query.sort()
      return text(query.size === 0 ? url.pathname : `${url.pathname}?${query.toString()}`)
    },
    finds: (dirty) => pattern !== null && dirty.search(pattern) !== -1,
  }
}

/** The key that a request brings, whichever header carries it. */
export function keysOf(headers: Headers): string[] {
  const authorization = headers.get('authorization')?.replace(/^\w+\s+/, '')
  return [authorization, headers.get('x-api-key'), headers.get('api-key')].filter(
    (key) => key !== undefined && key !== null && key !== '',
  ) as string[]
}
