import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { encodeModel, GraphBuilder } from '@vitest-hardware/onnx-graph'
import { median, quantile } from '@vitest-hardware/statistics'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { modelTest } from './model/model-test.ts'

const rounds = 300
const callsPerRound = 100

const file = join(await mkdtemp(join(tmpdir(), 'fixture-overhead-')), 'double.onnx')
const graph = new GraphBuilder({ name: 'double' })
graph.output('y', graph.node('Add', [graph.input('x', 'float32', [4]), 'x']), 'float32', [4])
await writeFile(file, encodeModel(graph.build()))

const test = modelTest({ file })

/** Milliseconds that `callsPerRound` calls in sequence take. */
async function timed(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < callsPerRound; index += 1) await call()
  return performance.now() - start
}

test('session.run through the fixture against bare onnxruntime-node, tiny model', async ({ session, inputs, bench }) => {
  const bareSession = await InferenceSession.create(file, { logSeverityLevel: 4 })
  const bareFeeds = { x: new Tensor('float32', new Float32Array(inputs['x']?.data as Float32Array), [4]) }
  const bare = (): Promise<unknown> => bareSession.run(bareFeeds)
  const ours = (): Promise<unknown> => session.run(inputs)

  for (let round = 0; round < 20; round += 1) {
    await timed(bare)
    await timed(ours)
  }
  const ratios: number[] = []
  const microseconds: number[] = []
  // interleaved, the order changing, so that drift of the machine meets both alike
  for (let round = 0; round < rounds; round += 1) {
    const bareFirst = round % 2 === 0
    const a = await timed(bareFirst ? bare : ours)
    const b = await timed(bareFirst ? ours : bare)
    ratios.push(bareFirst ? b / a : a / b)
    microseconds.push(((bareFirst ? a : b) * 1000) / callsPerRound)
  }
  const at = (share: number): string => quantile(ratios, share).toFixed(3)
  const amount = `n = ${rounds} rounds of ${callsPerRound}; bare ${median(microseconds).toFixed(1)} µs a call`
  console.log(`fixture's session.run ÷ bare: ${median(ratios).toFixed(3)} [quartiles ${at(0.25)}, ${at(0.75)}], ${amount}`)

  await bench.compare(
    bench('bare onnxruntime-node', async () => void (await bare())),
    bench("fixture's session.run", async () => void (await ours())),
    { time: 500 },
  )
  await bareSession.release()
  await rm(dirname(file), { recursive: true })
}, 120_000)
