import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { cpu } from './backends/cpu.ts'
import { addWeight, floats } from './conformance/models.ts'

const rounds = 200
const callsPerRound = 100

/** Milliseconds that `calls` calls in sequence take. */
async function timed(calls: number, call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < calls; index += 1) await call()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

test('a session’s run against bare onnxruntime-node, tiny model', async ({ bench }) => {
  const model = addWeight(1)
  const bareSession = await InferenceSession.create(model.bytes, { logSeverityLevel: 4 })
  await using session = await cpu.open(model)
  const bareFeeds = { x: new OrtTensor('float32', Float32Array.of(1), [1]) }
  const feeds = { x: floats([1], 1) }
  const bare = (): Promise<unknown> => bareSession.run(bareFeeds)
  const ours = (): Promise<unknown> => session.run(feeds)

  await timed(2_000, bare)
  await timed(2_000, ours)
  const ratios: number[] = []
  const bareMicroseconds: number[] = []
  // Interleaved, the order changing, so that drift of the machine meets both alike.
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? bare : ours
    const a = await timed(callsPerRound, first)
    const b = await timed(callsPerRound, first === bare ? ours : bare)
    ratios.push(first === bare ? b / a : a / b)
    bareMicroseconds.push(((first === bare ? a : b) * 1_000) / callsPerRound)
  }
  const sorted = ratios.toSorted((a, b) => a - b)
  const quartile = (share: number): string => sorted[Math.floor(share * rounds)]!.toFixed(3)
  console.log(
    `session.run ÷ bare: ${median(ratios).toFixed(3)} [quartiles ${quartile(0.25)}, ${quartile(0.75)}], n = ${rounds} rounds of ${callsPerRound}; bare ${median(bareMicroseconds).toFixed(1)} µs a call`,
  )

  await bench.compare(
    bench('bare onnxruntime-node', async () => void (await bare())),
    bench('session.run', async () => void (await ours())),
    { time: 500 },
  )
  expect(ratios).toHaveLength(rounds)
  await bareSession.release()
}, 120_000)
