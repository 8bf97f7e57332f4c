import type { CassetteExchange } from './format.ts'
import type { Scrubber } from './scrub.ts'

type Chunk = CassetteExchange['response']['chunks'][number]

/** Scrubs a body that came in pieces, also where a secret lies across them: then each line comes whole, with the piece in which it ended. */
export function scrubChunks(chunks: readonly Chunk[], scrubber: Scrubber): Chunk[] {
  const whole = chunks.map(({ text }) => text).join('')
  return scrubber.text(whole) === whole ? [...chunks] : wholeLines(chunks).map(({ ms, text }) => ({ ms, text: scrubber.text(text) }))
}

function wholeLines(chunks: readonly Chunk[]): Chunk[] {
  let open = ''
  const lines = chunks.flatMap(({ ms, text }, index) => {
    const all = open + text
    const end = index === chunks.length - 1 ? all.length : all.lastIndexOf('\n') + 1
    open = all.slice(end)
    return [{ ms, text: all.slice(0, end) }]
  })
  return lines.filter(({ text }) => text !== '')
}

/** What the model said, put together from the pieces of a stream: a secret that it spelled out in tokens is only to be found here. */
export function spokenText(chunks: readonly Chunk[]): string {
  const whole = chunks.map(({ text }) => text).join('')
  const said: string[] = []
  for (const [, data] of whole.matchAll(/^data: ?(.*)$/gm)) collect(parse(data ?? ''), said)
  return said.join('')
}

const spoken = new Set(['content', 'text', 'arguments', 'partial_json', 'delta', 'refusal', 'thinking', 'reasoning'])

function collect(value: unknown, said: string[]): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && spoken.has(name)) said.push(inner)
    else collect(inner, said)
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}
