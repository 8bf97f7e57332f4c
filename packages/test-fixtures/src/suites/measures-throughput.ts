import type { Session } from '@vitest-hardware/backends'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { ModelTestAPI } from '../model/model-test.ts'
import { skipSoftwareDevice } from './skip-software-device.ts'

export interface MeasuresThroughput {
  /** Sessions that run side by side. */
  readonly concurrency: number
  /** Items in one call. */
  readonly batch: number
  /** What an item is, e.g. `texts`: the unit is `texts/s`. */
  readonly items: string
}

/** Rounds of sequential and concurrent calls, which take turns so that drift meets both alike. */
const rounds = 7
/** Calls of each session in a round. */
const callsPerRound = 8

/**
 * How much gets done: `throughput` (items/s) and `model-throughput` (models/s, calls of whole models) of sessions that run side by side, and
 * `concurrent-speed-up`, the same work one call after the other ÷ side by side (a ratio; 1 is no gain).
 */
export function measuresThroughput(test: ModelTestAPI, { concurrency, batch, items }: MeasuresThroughput): void {
  test(`throughput, ${concurrency} side by side`, async ({ backend, model, record, skip }) => {
    skipSoftwareDevice(backend, skip)
    const inputs = model.inputs({ batch })
    const sessions = await Promise.all(Array.from({ length: concurrency }, () => backend.open({ path: model.path })))
    try {
      for (const session of sessions) await session.run(inputs)
      const calls = concurrency * callsPerRound
      const [sequential, concurrent]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round++) {
        sequential.push(await seconds(() => inTurn(sessions, inputs)))
        concurrent.push(await seconds(() => Promise.all(sessions.map((session) => inTurn([session], inputs)))))
      }
      const facts = { direction: 'higher', batchSize: batch } as const
      const perSecond = concurrent.map((time) => calls / time)
      record(
        'throughput',
        perSecond.map((rate) => rate * batch),
        { ...facts, unit: `${items}/s` },
      )
      record('model-throughput', perSecond, { ...facts, unit: 'models/s' })
      record(
        'concurrent-speed-up',
        sequential.map((time, round) => time / concurrent[round]!),
        { ...facts, unit: 'ratio' },
      )
    } finally {
      for (const session of sessions) await session[Symbol.asyncDispose]()
    }
  })
}

async function inTurn(sessions: readonly Session[], inputs: Tensors): Promise<void> {
  for (let call = 0; call < callsPerRound; call++) for (const session of sessions) await session.run(inputs)
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return (performance.now() - before) / 1000
}
