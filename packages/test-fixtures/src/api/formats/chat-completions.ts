import type { ChatMessage, ChatReply, ChatRequest, ContentPart, TokenUsage, ToolCall } from '../provider.ts'
import type { PieceReader } from './read-events.ts'

/** Requests and answers of `/chat/completions`, which OpenAI made and Groq speaks too; only what this package reads and writes. */

interface WireToolCall {
  id: string
  type: 'function'
  function: { name: string; arguments: string }
}

type WireMessage =
  | { role: 'system'; content: string }
  | { role: 'user'; content: string | WirePart[] }
  | { role: 'assistant'; content: string; tool_calls?: WireToolCall[] }
  | { role: 'tool'; tool_call_id: string; content: string }
type WirePart = { type: 'text'; text: string } | { type: 'image_url'; image_url: { url: string } }

export interface WireUsage {
  prompt_tokens: number
  completion_tokens: number
  prompt_tokens_details?: { cached_tokens?: number | undefined } | null | undefined
}

/** An answer, as far as it is read. */
export interface WireReply {
  id: string
  model: string
  choices: readonly {
    finish_reason: string | null
    message: { content: string | null; tool_calls?: readonly unknown[] | null | undefined }
  }[]
  usage?: WireUsage | null | undefined
}

/** A piece of a streamed answer, as far as it is read. */
export interface WireChunk {
  id: string
  model: string
  choices: readonly {
    finish_reason?: string | null | undefined
    delta: {
      content?: string | null | undefined
      tool_calls?:
        | readonly {
            index: number
            id?: string | undefined
            function?: { name?: string | undefined; arguments?: string | undefined } | undefined
          }[]
        | undefined
    }
  }[]
  usage?: WireUsage | null | undefined
  x_groq?: { usage?: WireUsage | null | undefined } | null | undefined
}

export const defaultMaxTokens = 1024

export function wireRequest({ model, messages, maxTokens = defaultMaxTokens, temperature, stop, tools, toolChoice }: ChatRequest) {
  return {
    model,
    messages: messages.map(wireMessage),
    max_completion_tokens: maxTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(stop === undefined ? {} : { stop: [...stop] }),
    ...(tools === undefined
      ? {}
      : {
          tools: tools.map(({ name, description, parameters }) => ({
            type: 'function' as const,
            function: { name, parameters: { ...parameters }, ...(description === undefined ? {} : { description }) },
          })),
        }),
    ...(toolChoice === undefined
      ? {}
      : {
          tool_choice: typeof toolChoice === 'string' ? toolChoice : { type: 'function' as const, function: { name: toolChoice.name } },
        }),
  }
}

function wireMessage(message: ChatMessage): WireMessage {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: message.content }
    case 'user':
      return { role: 'user', content: typeof message.content === 'string' ? message.content : message.content.map(wirePart) }
    case 'assistant':
      return {
        role: 'assistant',
        content: message.content,
        ...(message.toolCalls === undefined ? {} : { tool_calls: message.toolCalls.map(wireToolCall) }),
      }
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.content }
  }
}

function wirePart(part: ContentPart): WirePart {
  if (part.type === 'text') return { type: 'text', text: part.text }
  return { type: 'image_url', image_url: { url: 'url' in part ? part.url : `data:${part.mediaType};base64,${part.base64}` } }
}

function wireToolCall({ id, name, argumentsText }: ToolCall): WireToolCall {
  return { id, type: 'function', function: { name, arguments: argumentsText } }
}

/** @throws {SyntaxError} an answer without a choice */
export function replyOf({ id, model, choices, usage }: WireReply): ChatReply {
  const choice = choices[0]
  if (choice === undefined) throw new SyntaxError('the answer holds no choice')
  return {
    id,
    model,
    text: choice.message.content ?? '',
    toolCalls: (choice.message.tool_calls ?? []).filter(isFunctionCall).map(toolCallOf),
    finishReason: finishReasonOf(choice.finish_reason),
    usage: usageOf(usage),
  }
}

function isFunctionCall(call: unknown): call is WireToolCall {
  return typeof call === 'object' && call !== null && 'function' in call
}

function toolCallOf({ id, function: { name, arguments: argumentsText } }: WireToolCall): ToolCall {
  return { id, name, argumentsText }
}

export function usageOf(usage: WireUsage | null | undefined): TokenUsage | null {
  if (usage === null || usage === undefined) return null
  return {
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
  }
}

function finishReasonOf(reason: string | null | undefined): ChatReply['finishReason'] {
  switch (reason) {
    case 'stop':
    case 'length':
      return reason
    case 'tool_calls':
    case 'function_call':
      return 'tool-calls'
    case 'content_filter':
      return 'content-filter'
    default:
      return 'other'
  }
}

export function pieceReader(): PieceReader<WireChunk> {
  let id = ''
  let model = ''
  let text = ''
  let finishReason: string | null = null
  let usage: TokenUsage | null = null
  const calls: { id: string; name: string; argumentsText: string }[] = []
  return {
    take(chunk, events) {
      id ||= chunk.id
      model ||= chunk.model
      usage = usageOf(chunk.usage ?? chunk.x_groq?.usage) ?? usage
      const choice = chunk.choices[0]
      if (choice === undefined) return
      const { content, tool_calls: pieces } = choice.delta
      if (typeof content === 'string' && content !== '') {
        text += content
        events.push({ type: 'text', text: content })
      }
      for (const piece of pieces ?? []) {
        const call = (calls[piece.index] ??= { id: '', name: '', argumentsText: '' })
        const argumentsText = piece.function?.arguments ?? ''
        call.id ||= piece.id ?? ''
        call.name ||= piece.function?.name ?? ''
        call.argumentsText += argumentsText
        events.push({ type: 'tool-call', index: piece.index, id: call.id, name: call.name, argumentsText })
      }
      finishReason = choice.finish_reason ?? finishReason
    },
    end() {
      if (finishReason === null) throw new SyntaxError('the stream ended before its last event')
      const toolCalls = calls.filter((call) => call !== undefined)
      return { type: 'end', reply: { id, model, text, toolCalls, finishReason: finishReasonOf(finishReason), usage } }
    },
  }
}
