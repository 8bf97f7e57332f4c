import { z } from 'zod'
import { createRandom, type Random } from '../random.ts'
import { countTokens } from '../tokens.ts'
import { Refusal, type VendorAnswer } from '../vendor.ts'
import { refuseBody } from './refuse-body.ts'

const tokenList = z.array(z.int().min(0)).min(1)
const embedBody = z.object({
  model: z.string().min(1),
  input: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(2048), tokenList, z.array(tokenList).min(1).max(2048)]),
  dimensions: z.int().min(1).nullish(),
  encoding_format: z.enum(['float', 'base64']).nullish(),
})

/** Embeddings of `POST /embeddings`: unit vectors drawn from the text alone, so equal texts have equal vectors. @throws {Refusal} 400, 404. */
export function answerEmbeddings(
  body: unknown,
  sizes: Readonly<Record<string, number>>,
  unknownModel: (model: string) => never,
): VendorAnswer {
  const parsed = embedBody.safeParse(body)
  if (!parsed.success) refuseBody(parsed.error, body)
  const { model, input, encoding_format, dimensions } = parsed.data
  const full = sizes[model] ?? unknownModel(model)
  const size = dimensions ?? full
  if (size > full) {
    throw new Refusal({
      status: 400,
      message: `Invalid value for 'dimensions' = ${size}. Must be less than or equal to ${full}.`,
      param: 'dimensions',
    })
  }
  const inputs = itemsOf(input)
  const vectors = inputs.map((item) => seededUnitVector(createRandom(`${model} ${JSON.stringify(item)}`), size))
  const tokens = inputs.reduce((sum, item) => sum + (typeof item === 'string' ? countTokens(item) : item.length), 0)
  return {
    kind: 'json',
    inputTokens: tokens,
    outputTokens: 0,
    body: {
      object: 'list',
      model,
      data: vectors.map((vector, index) => ({
        object: 'embedding',
        index,
        embedding: encoding_format === 'base64' ? littleEndian(vector).toString('base64') : [...vector],
      })),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    },
  }
}

function itemsOf(input: z.infer<typeof embedBody>['input']): readonly (string | readonly number[])[] {
  if (typeof input === 'string') return [input]
  const [first] = input
  return typeof first === 'number' ? [input as number[]] : (input as (string | number[])[])
}

function seededUnitVector(random: Random, size: number): Float32Array {
  const vector = Float32Array.from({ length: size }, () => random.normal())
  const norm = Math.hypot(...vector)
  return vector.map((value) => value / norm)
}

function littleEndian(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4)
  return bytes
}
