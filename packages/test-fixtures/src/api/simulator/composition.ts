import type { Random } from './random.ts'
import { type JsonSchema, jsonFromSchema } from './json-from-schema.ts'
import { countTokens, tokenPieces, tokensPerImage } from './tokens.ts'
import { seededText } from './words.ts'

/** What a vendor's request asks for, in no vendor's words. */
export interface Prompt {
  /** All text that the model would read: system, messages, results of tools, definitions of tools. */
  readonly text: string
  readonly images: number
  readonly maxTokens: number
  readonly stop: readonly string[]
  readonly tools: readonly { readonly name: string; readonly schema: JsonSchema }[]
  readonly toolChoice: 'auto' | 'none' | 'required' | { readonly name: string }
  /** The last message brings the result of a tool, so the model has what it asked for. */
  readonly answersTool: boolean
  /** The answer must be JSON of this schema. */
  readonly schema: JsonSchema | null
}

/** A call of a tool, its arguments cut as they are streamed. */
export interface ComposedCall {
  readonly id: string
  readonly name: string
  readonly argumentPieces: readonly string[]
}

/** What the simulated model says. */
export interface Composition {
  readonly pieces: readonly string[]
  readonly calls: readonly ComposedCall[]
  readonly finish: 'stop' | 'stop-sequence' | 'length' | 'tool-calls'
  /** Which of the prompt's `stop` ended it. */
  readonly stopSequence: string | null
  /** Simulated counts. */
  readonly inputTokens: number
  readonly outputTokens: number
}

const lettersOfIds = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A vendor-like id: `prefix` and `length` letters and digits. */
export function seededId(random: Random, prefix: string, length = 24): string {
  return prefix + Array.from({ length }, () => lettersOfIds[random.integer(0, lettersOfIds.length - 1)]).join('')
}

/** Tokens of the prompt by the simulator's rule. */
export function countPrompt(prompt: Pick<Prompt, 'text' | 'images'>): number {
  return countTokens(prompt.text) + prompt.images * tokensPerImage
}

/**
 * Answers a prompt: a tool call where tools are offered and none has answered yet (or one is demanded), JSON where a schema asks for it, else 8 to 40 words.
 * The same prompt and random numbers give the same answer.
 *
 * @param callPrefix - how the vendor's ids of tool calls begin.
 */
export function compose(prompt: Prompt, random: Random, callPrefix: string): Composition {
  const tool = chooseTool(prompt, random)
  const inputTokens = countPrompt(prompt)
  if (tool !== null) {
    const argumentPieces = tokenPieces(JSON.stringify(jsonFromSchema(tool.schema, random)))
    const call = { id: seededId(random, callPrefix), name: tool.name, argumentPieces }
    return { pieces: [], calls: [call], finish: 'tool-calls', stopSequence: null, inputTokens, outputTokens: argumentPieces.length + 1 }
  }
  const whole = prompt.schema === null ? seededText(random, random.integer(8, 40)) : JSON.stringify(jsonFromSchema(prompt.schema, random))
  const stop = firstStop(whole, prompt.stop)
  const pieces = tokenPieces(stop === null ? whole : whole.slice(0, stop.at))
  const kept = pieces.slice(0, prompt.maxTokens)
  const cut = kept.length < pieces.length
  return {
    pieces: kept,
    calls: [],
    finish: cut ? 'length' : stop === null ? 'stop' : 'stop-sequence',
    stopSequence: cut || stop === null ? null : stop.text,
    inputTokens,
    outputTokens: kept.length,
  }
}

function chooseTool({ tools, toolChoice, answersTool }: Prompt, random: Random): Prompt['tools'][number] | null {
  const [first, ...others] = tools
  if (first === undefined || toolChoice === 'none') return null
  if (typeof toolChoice === 'object') return tools.find((tool) => tool.name === toolChoice.name) ?? null
  return toolChoice === 'required' || !answersTool ? random.pick([first, ...others]) : null
}

function firstStop(text: string, stop: readonly string[]): { at: number; text: string } | null {
  const found = stop.flatMap((candidate) => {
    const at = candidate === '' ? -1 : text.indexOf(candidate)
    return at === -1 ? [] : [{ at, text: candidate }]
  })
  return found.sort((a, b) => a.at - b.at)[0] ?? null
}
