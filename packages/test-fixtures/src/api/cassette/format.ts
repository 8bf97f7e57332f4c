import { ApiProviderNameSchema } from '@vitest-hardware/contracts'
import { z } from 'zod'

/** Version of the cassette format that is written; older ones are read. */
export const cassetteVersion = 1

const HeadersSchema = z.record(z.string(), z.string())

/** First line of a cassette. */
export const CassetteHeadSchema = z.object({
  kind: z.literal('vitest-hardware-cassette'),
  version: z.literal(cassetteVersion),
  provider: ApiProviderNameSchema,
  /** Who answered while it was recorded: the vendor, or a simulator. */
  source: z.enum(['live', 'simulated']),
})
export type CassetteHead = z.infer<typeof CassetteHeadSchema>

/** One request and its answer, scrubbed of secrets. */
export const CassetteExchangeSchema = z.object({
  kind: z.literal('exchange'),
  request: z.object({
    method: z.string(),
    /** Path and query, without the origin. */
    path: z.string().startsWith('/'),
    headers: HeadersSchema,
    /** Parsed JSON, else text; null without a body. */
    body: z.unknown(),
  }),
  response: z.object({
    status: z.int().min(200).max(599),
    headers: HeadersSchema,
    /** From the request to the headers of the answer. */
    headersMs: z.number().min(0),
    /** Pieces of the body as they came; `ms` counts from the headers. */
    chunks: z.array(z.object({ ms: z.number().min(0), text: z.string() })),
    /** `cut`: the body did not come to its end. */
    end: z.enum(['complete', 'cut']),
  }),
})
export type CassetteExchange = z.infer<typeof CassetteExchangeSchema>

/** Last line of a cassette: a file without it was not written to its end. */
export const CassetteEndSchema = z.object({ kind: z.literal('end'), exchanges: z.int().min(0) })

/** A recording of requests to one vendor and of the answers. */
export interface Cassette {
  readonly provider: CassetteHead['provider']
  readonly source: CassetteHead['source']
  readonly exchanges: readonly CassetteExchange[]
}

/** JSON Lines: a head, one exchange per line, an end. */
export function formatCassette({ provider, source, exchanges }: Cassette): string {
  const head: CassetteHead = { kind: 'vitest-hardware-cassette', version: cassetteVersion, provider, source }
  return `${[head, ...exchanges, { kind: 'end', exchanges: exchanges.length }].map((line) => JSON.stringify(line)).join('\n')}\n`
}
