import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UsageError } from '@vitest-hardware/contracts'
import { type Cassette, formatCassette } from './format.ts'
import { parseCassette } from './parse-cassette.ts'

const exchange: Cassette['exchanges'][number] = {
  kind: 'exchange',
  request: { method: 'POST', path: '/v1/chat/completions', headers: {}, body: { model: 'm' } },
  response: { status: 200, headers: {}, headersMs: 3, chunks: [{ ms: 0, text: 'data: {}\n\n' }], end: 'complete' },
}
const cassette: Cassette = { provider: 'openai', source: 'simulated', exchanges: [exchange, exchange] }
const text = formatCassette(cassette)
const lines = text.trimEnd().split('\n')

function problemOf(broken: string): string {
  try {
    parseCassette(broken, '/c.jsonl')
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as UsageError).message
  }
  return expect.fail('it was read')
}

test('what was written is read', () => expect(parseCassette(text, '/c.jsonl')).toEqual(cassette))

test('wherever it is cut off, that is told', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 2 }), (length) => {
      expect(problemOf(text.slice(0, length))).toContain('/c.jsonl')
    }),
  )
})

test.for([
  ['not a cassette at all', '{"hello":1}\n', 'is not a cassette'],
  ['an empty file', '', 'is not a cassette'],
  ['a newer one', text.replace('"version":1', '"version":2'), 'newer version'],
  ['an unknown vendor', text.replace('"openai"', '"acme"'), 'head that does not fit'],
  ['a broken line', [lines[0], '{', ...lines.slice(2)].join('\n'), 'line 2: not JSON'],
  ['a line that does not fit', text.replace('"status":200', '"status":"ok"'), 'line 2: '],
  ['no end', lines.slice(0, -1).join('\n'), 'cut off'],
  ['a missing exchange', [lines[0], ...lines.slice(2)].join('\n'), '1 of 2 exchanges'],
] as const)('%s', ([, broken, problem]) => expect(problemOf(broken)).toContain(problem))
