import { expect, test } from 'vitest'
import { Refusal } from '../vendor.ts'
import { parseChatBody, promptOf } from './request.ts'

const base = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] }
const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } }

function refusalOf(body: unknown): Refusal['facts'] {
  try {
    promptOf(parseChatBody(body))
  } catch (error) {
    if (error instanceof Refusal) return error.facts
    throw error
  }
  return expect.fail('it was taken')
}

test.for([
  [{ messages: base.messages }, "Missing required parameter: 'model'.", 'model'],
  [{ model: 'm' }, "Missing required parameter: 'messages'.", 'messages'],
  [{ ...base, messages: [] }, "Invalid value for 'messages'", 'messages'],
  [{ ...base, messages: [{ role: 'robot', content: 'Hi' }] }, "'messages[0].role'", 'messages[0].role'],
  [{ ...base, messages: [{ role: 'user' }] }, "'messages[0].content'", 'messages[0].content'],
  [
    { ...base, messages: [{ role: 'user', content: [{ type: 'image_url', image_url: {} }] }] },
    'Missing',
    'messages[0].content[0].image_url.url',
  ],
  [{ ...base, temperature: 3 }, "'temperature'", 'temperature'],
  [{ ...base, max_tokens: 0 }, "'max_tokens'", 'max_tokens'],
  [{ ...base, tool_choice: { type: 'function', function: { name: 'g' } } }, "'g' is not in 'tools'", 'tool_choice'],
  [{ ...base, messages: [{ role: 'tool', tool_call_id: 'x', content: '' }] }, 'must be a response', 'messages.[0].role'],
  [{ ...base, messages: [...base.messages, { role: 'assistant', tool_calls: [call] }, ...base.messages] }, 'call_1', 'messages'],
  [undefined, 'could not parse', undefined],
] as const)('%j is refused', ([body, message, param]) => {
  const facts = refusalOf(body)
  expect(facts.status).toBe(400)
  expect(facts.message).toContain(message)
  expect(facts.param).toBe(param)
})

test('a whole conversation is taken', () => {
  const messages = [
    { role: 'system', content: 'Be brief' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is it?' },
        { type: 'image_url', image_url: { url: 'https://example.org/a.png' } },
      ],
    },
    { role: 'assistant', content: null, tool_calls: [call] },
    { role: 'tool', tool_call_id: 'call_1', content: 'sunny' },
  ]
  const prompt = promptOf(
    parseChatBody({ model: 'm', messages, stop: 'END', max_tokens: 9, tools: [{ type: 'function', function: { name: 'f' } }] }),
  )
  expect(prompt).toMatchObject({ images: 1, answersTool: true, maxTokens: 9, stop: ['END'], toolChoice: 'auto', tools: [{ name: 'f' }] })
  for (const text of ['Be brief', 'What is it?', 'f {}', 'sunny']) expect(prompt.text).toContain(text)
})
