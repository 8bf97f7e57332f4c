import { type Composition, seededId } from '../composition.ts'
import type { Random } from '../random.ts'
import { sseFrame } from '../sse.ts'
import type { StreamEvent, VendorAnswer } from '../vendor.ts'

/** What an answer of `POST /responses` tells beside its output. */
export interface ResponseFacts {
  readonly random: Random
  readonly created: number
  readonly model: string
}

type Item = Readonly<Record<string, unknown>> & { readonly id: string }

/** A whole answer. */
export function wholeResponse(composed: Composition, facts: ResponseFacts): VendorAnswer {
  const { inputTokens, outputTokens } = composed
  return { kind: 'json', inputTokens, outputTokens, body: finished(begun(facts), composed, outputOf(composed, facts.random)) }
}

/** The same answer as numbered events, from `response.created` to `response.completed` (or `incomplete`). */
export function streamedResponse(composed: Composition, facts: ResponseFacts): VendorAnswer {
  const start = begun(facts)
  const output = outputOf(composed, facts.random)
  const end = finished(start, composed, output)
  let sequence = 0
  const event = (type: string, fields: Readonly<Record<string, unknown>>, token = false): StreamEvent => ({
    token,
    text: sseFrame({ type, sequence_number: sequence++, ...fields }, type),
  })
  const events = [
    event('response.created', { response: start }),
    event('response.in_progress', { response: start }),
    ...output.flatMap((item, index) =>
      composed.calls.length === 0 ? textEvents(item, index, composed.pieces, event) : callEvents(item, index, composed, event),
    ),
    event(`response.${composed.finish === 'length' ? 'incomplete' : 'completed'}`, { response: end }),
  ]
  return { kind: 'stream', events, inputTokens: composed.inputTokens, outputTokens: composed.outputTokens }
}

type MakeEvent = (type: string, fields: Readonly<Record<string, unknown>>, token?: boolean) => StreamEvent

function textEvents(item: Item, output_index: number, pieces: readonly string[], event: MakeEvent): StreamEvent[] {
  const at = { item_id: item.id, output_index, content_index: 0 }
  const text = pieces.join('')
  return [
    event('response.output_item.added', { output_index, item: { ...item, status: 'in_progress', content: [] } }),
    event('response.content_part.added', { ...at, part: textPart('') }),
    ...pieces.map((delta) => event('response.output_text.delta', { ...at, delta, logprobs: [] }, true)),
    event('response.output_text.done', { ...at, text, logprobs: [] }),
    event('response.content_part.done', { ...at, part: textPart(text) }),
    event('response.output_item.done', { output_index, item }),
  ]
}

function callEvents(item: Item, output_index: number, { calls }: Composition, event: MakeEvent): StreamEvent[] {
  const at = { item_id: item.id, output_index }
  const pieces = calls[output_index]?.argumentPieces ?? []
  return [
    event('response.output_item.added', { output_index, item: { ...item, status: 'in_progress', arguments: '' } }),
    ...pieces.map((delta) => event('response.function_call_arguments.delta', { ...at, delta }, true)),
    event('response.function_call_arguments.done', { ...at, name: item['name'], arguments: pieces.join('') }),
    event('response.output_item.done', { output_index, item }),
  ]
}

function outputOf({ calls, pieces, finish }: Composition, random: Random): Item[] {
  const status = finish === 'length' ? 'incomplete' : 'completed'
  if (calls.length === 0) {
    return [{ id: seededId(random, 'msg_', 48), type: 'message', role: 'assistant', status, content: [textPart(pieces.join(''))] }]
  }
  return calls.map(({ id, name, argumentPieces }) => ({
    id: seededId(random, 'fc_', 48),
    type: 'function_call',
    call_id: id,
    name,
    arguments: argumentPieces.join(''),
    status,
  }))
}

function textPart(text: string): object {
  return { type: 'output_text', text, annotations: [], logprobs: [] }
}

function begun({ random, created, model }: ResponseFacts): Record<string, unknown> {
  return {
    id: seededId(random, 'resp_', 48),
    object: 'response',
    created_at: created,
    status: 'in_progress',
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    model,
    output: [],
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    usage: null,
  }
}

function finished(
  start: Record<string, unknown>,
  { inputTokens, outputTokens, finish }: Composition,
  output: readonly Item[],
): Record<string, unknown> {
  return {
    ...start,
    status: finish === 'length' ? 'incomplete' : 'completed',
    incomplete_details: finish === 'length' ? { reason: 'max_output_tokens' } : null,
    output,
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: inputTokens + outputTokens,
    },
  }
}
