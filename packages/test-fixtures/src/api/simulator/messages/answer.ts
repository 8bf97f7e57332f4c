import type { Composition } from '../composition.ts'
import { sseFrame } from '../sse.ts'
import type { StreamEvent, VendorAnswer } from '../vendor.ts'

/** What an answer of `POST /v1/messages` tells beside its content. */
export interface MessageFacts {
  readonly id: string
  readonly model: string
}

/** A whole answer. */
export function wholeMessage(composed: Composition, facts: MessageFacts): VendorAnswer {
  const text = composed.pieces.join('')
  const content = [
    ...(composed.calls.length === 0 ? [{ type: 'text', text, citations: null }] : []),
    ...composed.calls.map(({ id, name, argumentPieces }) => ({
      ...toolUse(id, name),
      input: JSON.parse(argumentPieces.join('')) as unknown,
    })),
  ]
  const { inputTokens, outputTokens } = composed
  const body = { ...emptyMessage(facts), content, ...ending(composed), usage: usage(inputTokens, outputTokens) }
  return { kind: 'json', inputTokens, outputTokens, body }
}

/** The same answer as events: the empty message, each block from start to stop with a ping after the first start, the end with the usage. */
export function streamedMessage(composed: Composition, facts: MessageFacts): VendorAnswer {
  const event = (type: string, fields: Readonly<Record<string, unknown>> = {}, token = false): StreamEvent => ({
    token,
    text: sseFrame({ type, ...fields }, type),
  })
  const block = (index: number, start: object, deltas: readonly object[]): StreamEvent[] => [
    event('content_block_start', { index, content_block: start }),
    ...(index === 0 ? [event('ping')] : []),
    ...deltas.map((delta) => event('content_block_delta', { index, delta }, true)),
    event('content_block_stop', { index }),
  ]
  const { inputTokens, outputTokens } = composed
  const texts = composed.calls.length === 0 ? composed.pieces.map((text) => ({ type: 'text_delta', text })) : null
  const events = [
    event('message_start', {
      message: { ...emptyMessage(facts), content: [], stop_reason: null, stop_sequence: null, usage: usage(inputTokens, 1) },
    }),
    ...(texts === null ? [] : block(0, { type: 'text', text: '', citations: null }, texts)),
    ...composed.calls.flatMap(({ id, name, argumentPieces }, index) =>
      block(
        index,
        { ...toolUse(id, name), input: {} },
        argumentPieces.map((partial_json) => ({ type: 'input_json_delta', partial_json })),
      ),
    ),
    event('message_delta', {
      delta: { ...ending(composed), stop_details: null, container: null },
      usage: usage(inputTokens, outputTokens),
    }),
    event('message_stop'),
  ]
  return { kind: 'stream', events, inputTokens, outputTokens }
}

function emptyMessage({ id, model }: MessageFacts): Record<string, unknown> {
  return { id, type: 'message', role: 'assistant', model, container: null, diagnostics: null, stop_details: null }
}

function toolUse(id: string, name: string): { type: 'tool_use'; id: string; name: string; caller: { type: 'direct' } } {
  return { type: 'tool_use', id, name, caller: { type: 'direct' } }
}

function ending({ finish, stopSequence }: Composition): { stop_reason: string; stop_sequence: string | null } {
  const reasons = { stop: 'end_turn', 'stop-sequence': 'stop_sequence', length: 'max_tokens', 'tool-calls': 'tool_use' } as const
  return { stop_reason: reasons[finish], stop_sequence: stopSequence }
}

function usage(input: number, output: number): Record<string, unknown> {
  return {
    input_tokens: input,
    output_tokens: output,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens_details: null,
    server_tool_use: null,
    service_tier: 'standard',
  }
}
