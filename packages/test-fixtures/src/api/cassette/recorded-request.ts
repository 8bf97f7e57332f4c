import type { CassetteExchange } from './format.ts'
import type { Scrubber } from './scrub.ts'

/** A request as a cassette keeps it. Its body is read from a copy. */
export async function recordedRequest(request: Request, scrubber: Scrubber): Promise<CassetteExchange['request']> {
  const text = scrubber.text(await request.clone().text())
  return {
    method: request.method,
    path: scrubber.path(new URL(request.url)),
    headers: scrubber.requestHeaders(request.headers),
    body: text === '' ? null : jsonOrText(text),
  }
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
