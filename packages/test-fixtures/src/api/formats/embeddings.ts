import type { EmbedReply } from '../provider.ts'

/** An answer of `/embeddings`, which OpenAI made and Groq speaks too; only what is read. */
export interface WireEmbeddings {
  readonly data: readonly { readonly index: number; readonly embedding: readonly number[] | string }[]
  readonly model: string
  readonly usage: { readonly prompt_tokens: number }
}

/** @throws {SyntaxError} an embedding in base64, which is never asked for */
export function embedReplyOf({ data, model, usage }: WireEmbeddings): EmbedReply {
  return {
    model,
    vectors: data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => numbersOf(embedding)),
    usage: { inputTokens: usage.prompt_tokens, outputTokens: 0, cachedInputTokens: 0 },
  }
}

function numbersOf(embedding: readonly number[] | string): readonly number[] {
  if (typeof embedding === 'string') throw new SyntaxError('the embedding is no list of numbers')
  return embedding
}
