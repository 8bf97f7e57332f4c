import { readFile } from 'node:fs/promises'
import { transportMilliseconds } from '@vitest-hardware/backends'
import type { PageHandle } from '@vitest-hardware/backends/browsers'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { median, quantile } from '@vitest-hardware/statistics'
import { browserTest } from './browser-test.ts'

const rounds = 300
const test = browserTest({ model: 'bert', backend: 'wasm' })

/** As much of onnxruntime-web as the bare call needs. */
interface Bare {
  readonly session: { run(feeds: Record<string, unknown>): Promise<unknown> }
  readonly feeds: Record<string, unknown>
}

interface Module {
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<Bare['session']> }
  readonly Tensor: new (type: string, data: ArrayLike<unknown>, dims: readonly number[]) => unknown
}

/** Opens the model in the page as a user would, with the module that the page has loaded already. */
async function openBare(page: PageHandle, model: Uint8Array, inputs: Tensors): Promise<void> {
  const plain = Object.entries(inputs).map(([name, { type, dims, data }]) => ({
    name,
    type,
    dims,
    values: Array.from(data as ArrayLike<unknown>, String),
  }))
  // as text: in a function, Vite would make a call of its own out of `import`
  await page.evaluate(`(async () => {
    const { name } = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/ort.wasm.min.mjs'))
    globalThis.ort = await import(name)
  })()`)
  await page.evaluate(
    async (base64: string, tensors: { name: string; type: string; dims: readonly number[]; values: string[] }[]) => {
      const { InferenceSession, Tensor } = Reflect.get(globalThis, 'ort') as Module
      const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0)!)
      const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'], logSeverityLevel: 4 })
      const feeds = Object.fromEntries(
        tensors.map(({ name, type, dims, values }) => {
          const data = type === 'int64' ? BigInt64Array.from(values, BigInt) : Float32Array.from(values, Number)
          return [name, new Tensor(type, data, dims)]
        }),
      )
      Reflect.set(globalThis, 'bare', { session, feeds } satisfies Bare)
    },
    Buffer.from(model).toString('base64'),
    plain,
  )
}

/** Milliseconds by the page's clock. */
function bareCall(page: PageHandle): Promise<number> {
  return page.evaluate(async () => {
    const { session, feeds } = Reflect.get(globalThis, 'bare') as Bare
    const start = performance.now()
    await session.run(feeds)
    return performance.now() - start
  })
}

test('session.run in the page against bare onnxruntime-web in the same page, by the page’s clock', async ({
  page,
  session,
  inputs,
  model,
  bench,
}) => {
  await openBare(page, await readFile(model.path), inputs)
  let wall = 0
  const ours = async (): Promise<number> => {
    const [start, hidden] = [performance.now(), transportMilliseconds()]
    await session.run(inputs)
    const passed = performance.now() - start
    wall += passed
    return passed - (transportMilliseconds() - hidden)
  }
  const bare = (): Promise<number> => bareCall(page)

  for (let round = 0; round < 50; round += 1) {
    await bare()
    await ours()
  }
  wall = 0
  const taken = { bare: [] as number[], ours: [] as number[] }
  // interleaved, the order changing, so that drift of the machine meets both alike
  for (let round = 0; round < rounds; round += 1) {
    for (const which of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
      taken[which].push(await (which === 'bare' ? bare() : ours()))
    }
  }
  const ratios = taken.ours.map((value, index) => value / taken.bare[index]!)
  const at = (share: number): string => quantile(ratios, share).toFixed(3)
  const ratio = (median(taken.ours) / median(taken.bare)).toFixed(3)
  const amount = `n = ${rounds} pairs; bare ${median(taken.bare).toFixed(3)} ms a call; with transport ${(wall / rounds).toFixed(3)} ms`
  console.log(
    `browserTest's session.run ÷ bare, median ÷ median: ${ratio}; of pairs ${at(0.5)} [quartiles ${at(0.25)}, ${at(0.75)}], ${amount}`,
  )

  await bench.compare(
    bench('bare onnxruntime-web, with the way to the page', async () => void (await bare())),
    bench("browserTest's session.run, with the way to the page", async () => void (await ours())),
    { time: 500 },
  )
}, 120_000)
