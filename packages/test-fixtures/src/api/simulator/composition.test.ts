import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose, type Prompt } from './composition.ts'
import { createRandom } from './random.ts'

const tool = { name: 'look_up', schema: { type: 'object', properties: { term: { type: 'string' } } } }
const plain: Prompt = {
  text: 'Hello there',
  images: 0,
  maxTokens: Infinity,
  stop: [],
  tools: [],
  toolChoice: 'auto',
  answersTool: false,
  schema: null,
}
const composed = (prompt: Partial<Prompt>, seed = 1) => compose({ ...plain, ...prompt }, createRandom(String(seed)), 'call_')

test('the seed decides the answer, and counts are those of its pieces', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), (seed, maxTokens) => {
      const answer = composed({ maxTokens }, seed)
      expect(answer).toEqual(composed({ maxTokens }, seed))
      expect(answer.outputTokens).toBe(answer.pieces.length)
      expect(answer.outputTokens).toBeLessThanOrEqual(maxTokens)
      const whole = composed({}, seed)
      expect(answer.pieces).toEqual(whole.pieces.slice(0, maxTokens))
      expect(answer.finish).toBe(whole.outputTokens > maxTokens ? 'length' : 'stop')
    }),
  )
})

test('an answer is cut at the limit', () => {
  expect(composed({ maxTokens: 3 })).toMatchObject({ finish: 'length', outputTokens: 3 })
  expect(composed({})).toMatchObject({ finish: 'stop', stopSequence: null, inputTokens: 2 })
})

test('the first stop sequence ends it and is not in it', () => {
  const whole = composed({}).pieces.join('')
  const stopped = composed({ stop: ['no such text', whole.slice(8, 12)] })
  expect(stopped).toMatchObject({ finish: 'stop-sequence', stopSequence: whole.slice(8, 12) })
  expect(whole.startsWith(stopped.pieces.join(''))).toBe(true)
  expect(stopped.pieces.join('')).not.toContain(whole.slice(8, 12))
})

test('a tool is called until its result is there, or as demanded', () => {
  expect(composed({ tools: [tool] })).toMatchObject({ finish: 'tool-calls', calls: [{ name: 'look_up' }] })
  expect(composed({ tools: [tool], answersTool: true }).calls).toEqual([])
  expect(composed({ tools: [tool], answersTool: true, toolChoice: 'required' }).calls).toHaveLength(1)
  expect(composed({ tools: [tool], toolChoice: 'none' }).calls).toEqual([])
  expect(composed({ tools: [tool, { ...tool, name: 'other' }], toolChoice: { name: 'other' } }).calls[0]?.name).toBe('other')
})

test('arguments come in pieces that make JSON', () => {
  const [call] = composed({ tools: [tool] }).calls
  expect(call!.argumentPieces.length).toBeGreaterThan(3)
  expect(JSON.parse(call!.argumentPieces.join(''))).toEqual({ term: expect.any(String) as string })
})

test('a schema is answered in JSON', () => {
  const schema = { type: 'object', properties: { yes: { type: 'boolean' } } }
  expect(JSON.parse(composed({ schema }).pieces.join(''))).toEqual({ yes: expect.any(Boolean) as boolean })
})

test('an image costs what it says', () => expect(composed({ images: 2 }).inputTokens).toBe(2 + 170))
