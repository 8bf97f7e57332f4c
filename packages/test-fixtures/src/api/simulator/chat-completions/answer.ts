import type { Composition } from '../composition.ts'
import { sseFrame } from '../sse.ts'
import type { StreamEvent, VendorAnswer } from '../vendor.ts'

/** What an OpenAI-like vendor tells in its answers beside the text. */
export interface ChatAnswerFacts {
  readonly id: string
  readonly created: number
  readonly model: string
  /** The client asked for a last chunk with the usage (`stream_options.include_usage`). */
  readonly usageChunk: boolean
  /** More fields of the whole answer. */
  readonly extra: Readonly<Record<string, unknown>>
  /** More fields of the first chunk and of the one that tells why the answer ended. */
  readonly chunkExtra: (usage: ChatUsage | null) => Readonly<Record<string, unknown>>
}

/** Simulated counts, as OpenAI-like vendors write them. */
export interface ChatUsage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
}

/** A whole answer of `POST /chat/completions`. */
export function wholeChat(composed: Composition, facts: ChatAnswerFacts): VendorAnswer {
  const { calls, pieces, inputTokens, outputTokens } = composed
  const message = {
    role: 'assistant',
    content: calls.length === 0 ? pieces.join('') : null,
    refusal: null,
    annotations: [],
    ...(calls.length > 0 && {
      tool_calls: calls.map(({ id, name, argumentPieces }) => ({
        id,
        type: 'function',
        function: { name, arguments: argumentPieces.join('') },
      })),
    }),
  }
  return {
    kind: 'json',
    inputTokens,
    outputTokens,
    body: {
      id: facts.id,
      object: 'chat.completion',
      created: facts.created,
      model: facts.model,
      choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason(composed) }],
      usage: chatUsage(composed),
      ...facts.extra,
    },
  }
}

/** The same answer in chunks: the role, one chunk per piece, why it ended, the usage where asked for, `[DONE]`. */
export function streamedChat(composed: Composition, facts: ChatAnswerFacts): VendorAnswer {
  const chunk = (choices: readonly unknown[], extra: Readonly<Record<string, unknown>> = {}, token = false): StreamEvent => ({
    token,
    text: sseFrame({ id: facts.id, object: 'chat.completion.chunk', created: facts.created, model: facts.model, choices, ...extra }),
  })
  const noUsage = facts.usageChunk ? { usage: null } : {}
  const delta = (delta: Readonly<Record<string, unknown>>, token: boolean): StreamEvent =>
    chunk([{ index: 0, delta, logprobs: null, finish_reason: null }], noUsage, token)
  const events = [
    chunk(
      [{ index: 0, delta: { role: 'assistant', content: composed.calls.length === 0 ? '' : null }, logprobs: null, finish_reason: null }],
      {
        ...noUsage,
        ...facts.chunkExtra(null),
      },
    ),
    ...composed.pieces.map((content) => delta({ content }, true)),
    ...composed.calls.flatMap(({ id, name, argumentPieces }, index) => [
      delta({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] }, true),
      ...argumentPieces.map((piece) => delta({ tool_calls: [{ index, function: { arguments: piece } }] }, true)),
    ]),
    chunk([{ index: 0, delta: {}, logprobs: null, finish_reason: finishReason(composed) }], {
      ...noUsage,
      ...facts.chunkExtra(chatUsage(composed)),
    }),
    ...(facts.usageChunk ? [chunk([], { usage: chatUsage(composed) })] : []),
    { text: sseFrame('[DONE]'), token: false },
  ]
  return { kind: 'stream', events, inputTokens: composed.inputTokens, outputTokens: composed.outputTokens }
}

function chatUsage({ inputTokens, outputTokens }: Composition): ChatUsage {
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens }
}

function finishReason({ finish }: Composition): 'stop' | 'length' | 'tool_calls' {
  if (finish === 'tool-calls') return 'tool_calls'
  return finish === 'length' ? 'length' : 'stop'
}
