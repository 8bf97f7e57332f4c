import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiError } from '../api-error.ts'
import type { ChatEvent, ChatMessage } from '../provider.ts'
import type { StreamSource } from '../sdk-errors.ts'
import * as completions from './chat-completions.ts'
import * as messages from './messages.ts'
import { readEvents } from './read-events.ts'

function source<Chunk>(chunks: readonly Chunk[]): StreamSource<Chunk> {
  const iterate = async function* () {
    yield* chunks
  }
  return {
    open: () => Promise.resolve(Object.assign(iterate(), { controller: new AbortController() })),
    failure: (thrown) =>
      new ApiError(String(thrown), { kind: 'malformed-stream', provider: 'groq', status: null, retryAfterMs: null, requestId: null }),
  }
}

async function all(events: AsyncIterable<ChatEvent>): Promise<ChatEvent[]> {
  const seen: ChatEvent[] = []
  for await (const event of events) seen.push(event)
  return seen
}

const conversation: readonly ChatMessage[] = [
  { role: 'system', content: 'Be short.' },
  {
    role: 'user',
    content: [
      { type: 'text', text: 'What?' },
      { type: 'image', url: 'https://a.test/b.png' },
    ],
  },
  { role: 'assistant', content: '', toolCalls: [{ id: 'c1', name: 'look', argumentsText: '{"at":1}' }] },
  { role: 'tool', toolCallId: 'c1', content: 'a cat' },
]
const request = { model: 'm', messages: conversation, stop: ['!'], temperature: 0, toolChoice: 'required' } as const

describe('chat completions', () => {
  test('a request', () => {
    expect(completions.wireRequest(request)).toEqual({
      model: 'm',
      max_completion_tokens: 1024,
      stop: ['!'],
      temperature: 0,
      tool_choice: 'required',
      messages: [
        { role: 'system', content: 'Be short.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What?' },
            { type: 'image_url', image_url: { url: 'https://a.test/b.png' } },
          ],
        },
        { role: 'assistant', content: '', tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look', arguments: '{"at":1}' } }] },
        { role: 'tool', tool_call_id: 'c1', content: 'a cat' },
      ],
    })
  })
  test('an answer without a choice is malformed', () => {
    expect(() => completions.replyOf({ id: 'i', model: 'm', choices: [] })).toThrow(SyntaxError)
  })
  test('a stream is the same however it is cut into pieces, and cut off it fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string()), fc.array(fc.string()), async (texts, args) => {
        const piece = (delta: completions.WireChunk['choices'][number]['delta'], finish_reason: string | null = null) => ({
          id: 'i',
          model: 'm',
          choices: [{ finish_reason, delta }],
        })
        const chunks: completions.WireChunk[] = [
          ...texts.map((content) => piece({ content })),
          piece({ tool_calls: [{ index: 0, id: 'c', function: { name: 'look', arguments: '' } }] }),
          ...args.map((text) => piece({ tool_calls: [{ index: 0, function: { arguments: text } }] })),
          piece({}, 'tool_calls'),
          {
            id: 'i',
            model: 'm',
            choices: [],
            usage: { prompt_tokens: 3, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 2 } },
          },
        ]
        expect((await all(readEvents(source(chunks), completions.pieceReader()))).at(-1)).toEqual({
          type: 'end',
          reply: {
            id: 'i',
            model: 'm',
            text: texts.join(''),
            toolCalls: [{ id: 'c', name: 'look', argumentsText: args.join('') }],
            finishReason: 'tool-calls',
            usage: { inputTokens: 3, outputTokens: 4, cachedInputTokens: 2 },
          },
        })
        await expect(all(readEvents(source(chunks.slice(0, -2)), completions.pieceReader()))).rejects.toThrow('before its last event')
      }),
      { numRuns: 30 },
    )
  })
})

describe('messages', () => {
  test('a request: system apart, results as a user says them', () => {
    expect(messages.wireRequest(request)).toEqual({
      model: 'm',
      max_tokens: 1024,
      system: 'Be short.',
      stop_sequences: ['!'],
      temperature: 0,
      tool_choice: { type: 'any' },
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What?' },
            { type: 'image', source: { type: 'url', url: 'https://a.test/b.png' } },
          ],
        },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'c1', name: 'look', input: { at: 1 } }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c1', content: 'a cat' }] },
      ],
    })
  })
  test('arguments that are no JSON cannot be sent back', () => {
    const toolCalls = [{ id: 'c1', name: 'look', argumentsText: '{"at":' }]
    expect(() => messages.wireRequest({ model: 'm', messages: [{ role: 'assistant', content: '', toolCalls }] })).toThrow(
      /arguments that are JSON[\s\S]*c1/,
    )
  })
  test('a stream is the same however it is cut into pieces, and cut off it fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string()), fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), async (texts, args) => {
        const events: messages.WireEvent[] = [
          {
            type: 'message_start',
            message: { id: 'i', model: 'm', usage: { input_tokens: 1, output_tokens: 1, cache_read_input_tokens: 2 } },
          },
          { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
          ...texts.map((text) => ({ type: 'content_block_delta' as const, index: 0, delta: { type: 'text_delta', text } })),
          { type: 'content_block_stop', index: 0 },
          { type: 'content_block_start', index: 1, content_block: { type: 'tool_use', id: 'c', name: 'look', input: {} } },
          ...args.map((text) => ({
            type: 'content_block_delta' as const,
            index: 1,
            delta: { type: 'input_json_delta', partial_json: text },
          })),
          { type: 'content_block_stop', index: 1 },
          { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 9 } },
          { type: 'message_stop' },
        ]
        expect((await all(readEvents(source(events), messages.pieceReader()))).at(-1)).toEqual({
          type: 'end',
          reply: {
            id: 'i',
            model: 'm',
            text: texts.join(''),
            toolCalls: [{ id: 'c', name: 'look', argumentsText: args.join('') }],
            finishReason: 'tool-calls',
            usage: { inputTokens: 3, outputTokens: 9, cachedInputTokens: 2 },
          },
        })
        await expect(all(readEvents(source(events.slice(0, -1)), messages.pieceReader()))).rejects.toThrow('before its last event')
      }),
      { numRuns: 30 },
    )
  })
})
