import { UsageError } from '@vitest-hardware/contracts'
import { fitLatency } from '../simulator/log-normal.ts'
import { statusOfFailure } from '../simulator/failure-model.ts'
import { type SimulatedFailureName, simulatedFailureNames, type SimulatorProfile } from '../transport.ts'
import type { Cassette, CassetteExchange } from './format.ts'

/**
 * A simulator's profile from what was recorded: the lognormal fits (see `fitLatency`) of the times to the first token and between tokens of its complete streams, and the
 * share of requests that met each failure. Tokens that came in one piece share the time before it evenly: the network, not the model, put them together.
 *
 * @throws {UsageError} for a cassette without a complete stream of two tokens.
 */
export function calibrate({ exchanges }: Pick<Cassette, 'exchanges'>): SimulatorProfile {
  const streams = exchanges.filter(({ response }) => response.status === 200 && response.end === 'complete').map(tokenTimes)
  const first = streams.flatMap(({ firstMs }) => (firstMs === null ? [] : [firstMs]))
  const between = streams.flatMap(({ intervals }) => intervals)
  if (between.length === 0) {
    throw new UsageError('There is nothing to calibrate a simulator from', {
      input: `a cassette of ${exchanges.length} exchanges`,
      nextStep: 'Record streamed chat answers of several tokens each.',
    })
  }
  return { latency: { firstToken: fitLatency(first), interToken: fitLatency(between) }, failures: { rates: failureRates(exchanges) } }
}

function tokenTimes({ response }: CassetteExchange): { firstMs: number | null; intervals: number[] } {
  let firstMs: number | null = null
  let last = 0
  let open = ''
  const intervals: number[] = []
  for (const { ms, text } of response.chunks) {
    const frames = (open + text).split('\n\n')
    open = frames.pop() ?? ''
    const tokens = frames.filter(carriesToken).length
    if (tokens === 0) continue
    if (firstMs === null) firstMs = response.headersMs + ms
    else for (let token = 0; token < tokens; token++) intervals.push((ms - last) / tokens)
    last = ms
  }
  return { firstMs, intervals }
}

/** OpenAI-like chunks with content or arguments, OpenAI's deltas of a response, and Anthropic's of a content block. */
function carriesToken(frame: string): boolean {
  return /^data:.*(?:"content_block_delta"|"response\.(?:output_text|function_call_arguments)\.delta"|"content": ?"[^"]|"arguments": ?")/m.test(
    frame,
  )
}

function failureRates(exchanges: readonly CassetteExchange[]): Partial<Record<SimulatedFailureName, number>> {
  const kinds = exchanges.map(({ response: { status, end } }) => {
    if (status < 400) return end === 'cut' ? 'stream-cut' : null
    return simulatedFailureNames.find((name) => statusOfFailure[name] === status) ?? (status >= 500 ? 'server' : 'bad-request')
  })
  const names = simulatedFailureNames.filter((name) => kinds.includes(name))
  return Object.fromEntries(names.map((name) => [name, kinds.filter((kind) => kind === name).length / exchanges.length]))
}
