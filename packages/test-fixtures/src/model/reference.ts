import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { getBackend } from '@vitest-hardware/backends'
import { UsageError } from '@vitest-hardware/contracts'
import type { ModelRequest, ResolvedModel } from '@vitest-hardware/model-catalogue'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { compareOutputs } from '../comparison/compare-outputs.ts'
import { type ReferenceSource, withReferenceSource } from './reference-source.ts'
import type { SessionLease } from './session-pool.ts'

/** Expected outputs by how they come about. */
export type ReferencePlan =
  | { readonly source: ReferenceSource; readonly outputs: Tensors }
  | { readonly kind: 'model' | 'same-model'; readonly name: string; readonly path: string }

/** Outputs with where they come from. */
interface Computed {
  readonly outputs: Tensors
  /** How they were computed, e.g. `on reference (float64)`. */
  readonly how: string
}

/** Above this size, in bytes, a model runs on cpu: `reference` needs a second for about a billion multiplications. */
export const largestForReference: number = 128 * 2 ** 20

/**
 * Chooses where a model's expected outputs come from: another model, outputs that came with it, or itself.
 * @param other resolved `reference` option
 */
export function planReference(model: ResolvedModel, inputs: Tensors, other: ResolvedModel | undefined): ReferencePlan {
  if (other !== undefined) return { kind: 'model', name: other.name, path: other.path }
  if (model.golden !== null && sameTensors(inputs, model.golden.inputs)) {
    return { source: { kind: 'golden', description: `outputs that came with ${model.name}` }, outputs: model.golden.outputs }
  }
  return { kind: 'same-model', name: 'the same model', path: model.path }
}

const computed = new WeakMap<Tensors, Map<string, Promise<Computed>>>()

/** Carries out a plan; the same model and inputs are run once. */
export async function referenceOutputs(plan: ReferencePlan, inputs: Tensors, sessions: SessionLease): Promise<Tensors> {
  if ('outputs' in plan) return withReferenceSource(plan.outputs, plan.source)
  let byModel = computed.get(inputs)
  if (byModel === undefined) computed.set(inputs, (byModel = new Map()))
  let result = byModel.get(plan.path)
  if (result === undefined) {
    result = compute(plan.path, inputs, sessions)
    byModel.set(plan.path, result)
    result.catch(() => byModel.delete(plan.path))
  }
  const { outputs, how } = await result
  return withReferenceSource(outputs, { kind: plan.kind, description: `${plan.name} ${how}` })
}

/** `reference` as the user writes it → a request. */
export function referenceRequest(reference: string | ModelRequest): ModelRequest {
  return typeof reference === 'string' ? { file: reference } : reference
}

/** Runs on `reference`, which shares no code with any runtime; where that cannot, on cpu with each operator as it stands in the file. */
async function compute(path: string, inputs: Tensors, sessions: SessionLease): Promise<Computed> {
  const bytes = await sizeOfModel(path)
  if (bytes > largestForReference) return onCpu(path, inputs, sessions, `${Math.round(bytes / 2 ** 20)} MiB are too many for reference`)
  try {
    const session = await sessions.open(getBackend('reference'), path)
    const outputs = await session.run(inputs)
    const operators = [...new Set((session.fallbackNodes ?? []).map(({ operator }) => operator))].sort()
    return { outputs, how: `on reference (float64${operators.length === 0 ? '' : `; ${operators.join(', ')} on cpu`})` }
  } catch (error) {
    // what is wrong with the model or the inputs is wrong on cpu too, and is said there
    if (!(error instanceof UsageError)) throw error
    return onCpu(path, inputs, sessions, `reference cannot run it: ${error.message.split('\n')[0]!}`)
  }
}

async function onCpu(path: string, inputs: Tensors, sessions: SessionLease, why: string): Promise<Computed> {
  const session = await sessions.open(getBackend('cpu'), path, { graphOptimizationLevel: 'disabled' })
  return { outputs: await session.run(inputs), how: `on cpu without graph optimizations (${why})` }
}

/** Bytes of a model with the weights beside it, which by custom are named after it. */
async function sizeOfModel(path: string): Promise<number> {
  const folder = dirname(path)
  const name = basename(path)
  const files = (await readdir(folder).catch(() => [name])).filter((file) => file.startsWith(name))
  const sizes = await Promise.all(
    files.map((file) =>
      stat(join(folder, file)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function sameTensors(a: Tensors, b: Tensors): boolean {
  return a === b || compareOutputs(a, b, { rtol: 0, atol: 0 }).matches
}
