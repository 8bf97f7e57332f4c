import { UsageError } from '@vitest-hardware/contracts'
import type { ChatMessage, ChatReply, ChatRequest, ContentPart, TokenUsage, ToolCall } from '../provider.ts'
import { defaultMaxTokens } from './chat-completions.ts'
import type { PieceReader } from './read-events.ts'

/** Requests and answers of Anthropic's `/v1/messages`; only what this package reads and writes. */

type MediaType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
type WireBlock =
  | { type: 'text'; text: string }
  | { type: 'image'; source: { type: 'base64'; media_type: MediaType; data: string } | { type: 'url'; url: string } }
  | { type: 'tool_use'; id: string; name: string; input: unknown }
  | { type: 'tool_result'; tool_use_id: string; content: string }
interface WireMessage {
  role: 'user' | 'assistant'
  content: string | WireBlock[]
}

export interface WireUsage {
  input_tokens: number
  output_tokens: number
  cache_read_input_tokens?: number | null | undefined
  cache_creation_input_tokens?: number | null | undefined
}

type ReadBlock = {
  readonly type: string
  readonly text?: unknown
  readonly id?: unknown
  readonly name?: unknown
  readonly input?: unknown
}

/** An answer, as far as it is read. */
export interface WireReply {
  id: string
  model: string
  content: readonly ReadBlock[]
  stop_reason: string | null
  usage: WireUsage
}

/** An event of a streamed answer, as far as it is read. */
export type WireEvent =
  | { type: 'message_start'; message: { id: string; model: string; usage: WireUsage } }
  | { type: 'content_block_start'; index: number; content_block: ReadBlock }
  | { type: 'content_block_delta'; index: number; delta: { type: string; text?: string; partial_json?: string } }
  | { type: 'content_block_stop'; index: number }
  | { type: 'message_delta'; delta: { stop_reason: string | null }; usage: { output_tokens: number } }
  | { type: 'message_stop' }

export function wireRequest({ model, messages, maxTokens = defaultMaxTokens, temperature, stop, tools, toolChoice }: ChatRequest) {
  const system = messages.flatMap((message) => (message.role === 'system' ? [message.content] : []))
  return {
    model,
    max_tokens: maxTokens,
    messages: messages.flatMap(wireMessage),
    ...(system.length === 0 ? {} : { system: system.join('\n\n') }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(stop === undefined ? {} : { stop_sequences: [...stop] }),
    ...(tools === undefined
      ? {}
      : {
          tools: tools.map(({ name, description, parameters }) => ({
            name,
            input_schema: { ...parameters, type: 'object' as const },
            ...(description === undefined ? {} : { description }),
          })),
        }),
    ...(toolChoice === undefined ? {} : { tool_choice: wireToolChoice(toolChoice) }),
  }
}

function wireToolChoice(choice: NonNullable<ChatRequest['toolChoice']>) {
  if (typeof choice !== 'string') return { type: 'tool' as const, name: choice.name }
  return choice === 'required' ? { type: 'any' as const } : { type: choice }
}

/** System messages are not among the others here. */
function wireMessage(message: ChatMessage): WireMessage[] {
  switch (message.role) {
    case 'system':
      return []
    case 'user':
      return [{ role: 'user', content: typeof message.content === 'string' ? message.content : message.content.map(wireBlock) }]
    case 'assistant': {
      const { content, toolCalls = [] } = message
      if (toolCalls.length === 0) return [{ role: 'assistant', content }]
      const text: WireBlock[] = content === '' ? [] : [{ type: 'text', text: content }]
      return [{ role: 'assistant', content: [...text, ...toolCalls.map(toolUse)] }]
    }
    case 'tool':
      return [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: message.toolCallId, content: message.content }] }]
  }
}

function wireBlock(part: ContentPart): WireBlock {
  if (part.type === 'text') return { type: 'text', text: part.text }
  if ('url' in part) return { type: 'image', source: { type: 'url', url: part.url } }
  return { type: 'image', source: { type: 'base64', media_type: part.mediaType, data: part.base64 } }
}

function toolUse({ id, name, argumentsText }: ToolCall): WireBlock {
  try {
    return { type: 'tool_use', id, name, input: JSON.parse(argumentsText === '' ? '{}' : argumentsText) as unknown }
  } catch (cause) {
    throw new UsageError('a tool call that is sent back to Anthropic needs arguments that are JSON', {
      input: argumentsText,
      nextStep: `do not send the call ${id} back, or mend its arguments`,
      cause,
    })
  }
}

export function replyOf({ id, model, content, stop_reason, usage }: WireReply): ChatReply {
  return {
    id,
    model,
    text: content.flatMap((block) => (block.type === 'text' ? [String(block.text)] : [])).join(''),
    toolCalls: content.flatMap((block) =>
      block.type === 'tool_use' ? [{ id: String(block.id), name: String(block.name), argumentsText: JSON.stringify(block.input) }] : [],
    ),
    finishReason: finishReasonOf(stop_reason),
    usage: usageOf(usage),
  }
}

/** Anthropic counts what its cache read or wrote apart from the rest of the input. */
function usageOf(usage: WireUsage): TokenUsage {
  const cachedInputTokens = usage.cache_read_input_tokens ?? 0
  return {
    inputTokens: usage.input_tokens + cachedInputTokens + (usage.cache_creation_input_tokens ?? 0),
    outputTokens: usage.output_tokens,
    cachedInputTokens,
  }
}

function finishReasonOf(reason: string | null): ChatReply['finishReason'] {
  switch (reason) {
    case 'end_turn':
    case 'stop_sequence':
      return 'stop'
    case 'max_tokens':
      return 'length'
    case 'tool_use':
      return 'tool-calls'
    case 'refusal':
      return 'content-filter'
    default:
      return 'other'
  }
}

export function pieceReader(): PieceReader<WireEvent> {
  let start: { id: string; model: string; usage: WireUsage } | null = null
  let text = ''
  let stopReason: string | null = null
  let outputTokens = 0
  let stopped = false
  /** Calls by the index of their block; blocks of text count too, so their own index is another. */
  const calls = new Map<number, { index: number; id: string; name: string; argumentsText: string }>()
  return {
    take(event, events) {
      switch (event.type) {
        case 'message_start':
          start = event.message
          outputTokens = event.message.usage.output_tokens
          break
        case 'content_block_start': {
          const { type, id, name } = event.content_block
          if (type !== 'tool_use') break
          const call = { index: calls.size, id: String(id), name: String(name), argumentsText: '' }
          calls.set(event.index, call)
          events.push({ type: 'tool-call', ...call })
          break
        }
        case 'content_block_delta': {
          const { type, text: words, partial_json: json } = event.delta
          if (type === 'text_delta' && words !== undefined && words !== '') {
            text += words
            events.push({ type: 'text', text: words })
          }
          const call = calls.get(event.index)
          if (type === 'input_json_delta' && call !== undefined && json !== undefined) {
            call.argumentsText += json
            events.push({ type: 'tool-call', index: call.index, id: call.id, name: call.name, argumentsText: json })
          }
          break
        }
        case 'message_delta':
          stopReason = event.delta.stop_reason
          outputTokens = event.usage.output_tokens
          break
        case 'message_stop':
          stopped = true
          break
      }
    },
    end() {
      if (start === null || !stopped) throw new SyntaxError('the stream ended before its last event')
      const { id, model, usage } = start
      const toolCalls = [...calls.values()].map(({ id, name, argumentsText }) => ({ id, name, argumentsText: argumentsText || '{}' }))
      const total = usageOf({ ...usage, output_tokens: outputTokens })
      return { type: 'end', reply: { id, model, text, toolCalls, finishReason: finishReasonOf(stopReason), usage: total } }
    },
  }
}
