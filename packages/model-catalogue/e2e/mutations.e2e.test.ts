import { describe, expect, test, vi } from 'vitest'
import { modelInputs, parseModel } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../dist/graph-context.js'
import type { ModelType } from '../dist/model-type.js'
import { seededInputs } from '../dist/inputs/seeded-inputs.js'
import { goldenOutputs } from '../dist/golden/golden-outputs.js'
import { tensorDifference } from '../dist/golden/tensor-difference.js'
import { openModel } from '../dist/testing/run-model.js'

/** What the tests of a type call equal: `toMatchOutputs` allows float32 this much of the largest number. */
const tolerance = 1e-4

type Build = (type: ModelType, seed: number) => readonly { readonly name: string; readonly bytes: Uint8Array }[]

/** The builder with one block replaced: every type whose build called it, and every type's first graph. */
async function builtWith(
  mutate: ((touch: () => void) => void) | null,
): Promise<Map<string, { readonly type: ModelType; readonly bytes: Uint8Array; readonly isTouched: boolean }>> {
  vi.resetModules()
  let isTouched = false
  mutate?.(() => (isTouched = true))
  const { loadModelTypes } = (await import('../dist/registry.js')) as { loadModelTypes: () => Promise<readonly ModelType[]> }
  const { buildGraphs } = (await import('../dist/graphs/build-graphs.js')) as { buildGraphs: Build }
  const built = new Map<string, { readonly type: ModelType; readonly bytes: Uint8Array; readonly isTouched: boolean }>()
  for (const type of await loadModelTypes()) {
    isTouched = false
    const [graph] = buildGraphs({ ...type, graphs: [type.graphs[0]] }, 0)
    built.set(type.type, { type, bytes: graph!.bytes, isTouched })
  }
  for (const block of ['activation', 'norm', 'attention', 'rotary-position', 'mixture-of-experts'])
    vi.doUnmock(`../dist/blocks/${block}.js`)
  return built
}

/** The blocks as they are, loaded before anything is replaced. */
const blocks: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  activation: await import('../dist/blocks/activation.js'),
  norm: await import('../dist/blocks/norm.js'),
  attention: await import('../dist/blocks/attention.js'),
  'rotary-position': await import('../dist/blocks/rotary-position.js'),
  'mixture-of-experts': await import('../dist/blocks/mixture-of-experts.js'),
}

/** Replaces functions of a block; each gets the real ones. */
function mock(name: string, replace: (real: Readonly<Record<string, Block>>) => Readonly<Record<string, Block>>): void {
  const real = blocks[name]!
  vi.doMock(`../dist/blocks/${name}.js`, () => ({ ...real, ...replace(real as Readonly<Record<string, Block>>) }))
}

interface HeadOptions {
  readonly heads: number
  readonly keyValueHeads?: number
  readonly headSize?: number
  readonly rotary?: unknown
  readonly headNorm?: unknown
  readonly biases?: readonly unknown[]
}

// a block's own types differ; what is passed on is what came in
type Block = (context: GraphContext, ...rest: never[]) => unknown

const mutations: readonly (readonly [string, (touch: () => void) => void])[] = [
  [
    'an activation: the exact GELU becomes ReLU',
    (touch) =>
      mock('activation', ({ activate }) => ({
        activate(context, ...rest: never[]) {
          const [x, kind] = rest as unknown as [string, string]
          if (kind === 'gelu') touch()
          return activate!(context, ...([x, kind === 'gelu' ? 'relu' : kind] as never[]))
        },
      })),
  ],
  [
    'a norm: root mean square becomes mean and variance',
    (touch) =>
      mock('norm', ({ layerNorm }) => ({
        rmsNorm(context, ...rest: never[]) {
          touch()
          const [x, options] = rest as unknown as [string, object]
          return layerNorm!(context, ...([x, { ...options, bias: false }] as never[]))
        },
      })),
  ],
  [
    'a head count: half as many, twice as wide',
    (touch) =>
      mock('attention', ({ attention }) => ({
        attention(context, ...rest: never[]) {
          const [x, options] = rest as unknown as [string, HeadOptions]
          const { heads, keyValueHeads, headSize, rotary, headNorm, biases = [] } = options
          // only where nothing else hangs on the number of heads and their width
          const isFree =
            heads % 2 === 0 && [keyValueHeads, headSize, rotary, headNorm].every((option) => option === undefined) && biases.length === 0
          if (isFree) touch()
          return attention!(context, ...([x, isFree ? { ...options, heads: heads / 2 } : options] as never[]))
        },
      })),
  ],
  [
    'a position encoding: rotation on a base of 16 times as much',
    (touch) =>
      mock('rotary-position', ({ rotaryAngles }) => ({
        rotaryAngles(context, ...rest: never[]) {
          const [options] = rest as unknown as [{ theta?: number; size: number }]
          // an indexer's angles only decide which keys a query sees, and on the default text those stay the same
          if (context.graph.path.endsWith('indexer')) return rotaryAngles!(context, ...rest)
          // one pair turns by one radian a step, whatever the base
          if (options.size > 2) touch()
          return rotaryAngles!(context, ...([{ ...options, theta: 16 * (options.theta ?? 10_000) }] as never[]))
        },
      })),
  ],
  [
    'a routing: one expert fewer, or one more where there is one',
    (touch) =>
      mock('mixture-of-experts', ({ topExperts }) => ({
        topExperts(context, ...rest: never[]) {
          touch()
          const [x, options] = rest as unknown as [string, { perToken: number }]
          return topExperts!(context, ...([x, { ...options, perToken: options.perToken === 1 ? 2 : options.perToken - 1 }] as never[]))
        },
      })),
  ],
]

let plain: ReturnType<typeof builtWith> | undefined

describe('a change of a block', () => {
  test.for(mutations)('%s fails the numbers of exactly the types that are built with it', { timeout: 600_000 }, async ([, mutate]) => {
    const unchanged = await (plain ??= builtWith(null))
    const mutated = await builtWith(mutate)
    const touched = [...mutated].filter(([, { isTouched }]) => isTouched).map(([type]) => type)
    const failing: string[] = []
    for (const [name, { type, bytes }] of mutated) {
      // the same bytes give the same numbers: only other graphs have to be run
      if (Buffer.compare(bytes, unchanged.get(name)!.bytes) === 0) continue
      const expected = (await goldenOutputs(name))!
      const runner = await openModel(bytes)
      const outputs = await runner.run(seededInputs(modelInputs(parseModel(bytes, name)), { config: type.config })).catch(() => null)
      if (outputs === null || tensorDifference(outputs, expected).relative > tolerance) failing.push(name)
    }
    expect(touched.length).toBeGreaterThan(1)
    expect(failing).toEqual(touched)
  })
})
