import { expect, test } from 'vitest'
import { Refusal } from '../vendor.ts'
import { parseMessagesBody, promptOf } from './request.ts'

const base = { model: 'm', max_tokens: 5, messages: [{ role: 'user', content: 'Hello' }] }
const use = { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'f', input: { a: 1 } }] }
const result = { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: [{ type: 'text', text: 'sunny' }] }] }

function refusalOf(body: unknown): string {
  try {
    promptOf(parseMessagesBody(body))
  } catch (error) {
    if (error instanceof Refusal) return `${error.facts.status} ${error.facts.message}`
    throw error
  }
  return expect.fail('it was taken')
}

test.for([
  [{ ...base, model: undefined }, '400 model: Field required'],
  [{ ...base, max_tokens: undefined }, '400 max_tokens: Field required'],
  [{ ...base, messages: undefined }, '400 messages: Field required'],
  [{ ...base, messages: [{ role: 'system', content: 'x' }] }, '400 messages.0.role: '],
  [{ ...base, messages: [{ role: 'user', content: [{ type: 'text' }] }] }, '400 messages.0.content.0.text: Field required'],
  [{ ...base, temperature: 1.5 }, '400 temperature: '],
  [{ ...base, tools: [{ name: 'f' }] }, '400 tools.0.input_schema: Field required'],
  [{ ...base, tool_choice: { type: 'tool', name: 'g' } }, "400 tool_choice: Tool 'g' not found"],
  [{ ...base, messages: [...base.messages, result] }, '400 messages.1.content.0: unexpected `tool_use_id`'],
  [{ ...base, messages: [...base.messages, use, ...base.messages] }, '400 messages.1: `tool_use` ids were found without'],
  [undefined, '400 The request body is not valid JSON'],
] as const)('%j is refused', ([body, message]) => expect(refusalOf(body)).toContain(message))

test('an image must be one', () => {
  const content = [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } }]
  expect(refusalOf({ ...base, messages: [{ role: 'user', content }] })).toContain('Could not process image')
})

test('a whole conversation is taken', () => {
  const tools = [{ name: 'f', input_schema: { type: 'object' } }]
  const prompt = promptOf(
    parseMessagesBody({ ...base, system: 'Be brief', tools, tool_choice: { type: 'any' }, messages: [...base.messages, use, result] }),
  )
  expect(prompt).toMatchObject({ answersTool: true, maxTokens: 5, toolChoice: 'required', tools: [{ name: 'f' }], images: 0 })
  for (const text of ['Be brief', 'Hello', 'f {"a":1}', 'sunny']) expect(prompt.text).toContain(text)
})
