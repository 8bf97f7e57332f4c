import { getBackend } from '@vitest-hardware/backends'
import type { ModelRequest, ResolvedModel } from '@vitest-hardware/model-catalogue'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { compareOutputs } from '../comparison/compare-outputs.ts'
import { type ReferenceSource, withReferenceSource } from './reference-source.ts'
import type { SessionLease } from './session-pool.ts'

/** Expected outputs by how they come about. */
export type ReferencePlan =
  | { readonly source: ReferenceSource; readonly outputs: Tensors }
  | { readonly source: ReferenceSource; readonly runOnCpu: string }

/**
 * Chooses where a model's expected outputs come from: another model, outputs that came with it, or itself on cpu. The last one runs
 * each operator as it stands in the file, because rewriting the graph is where backends first part ways.
 * @param other resolved `reference` option
 */
export function planReference(model: ResolvedModel, inputs: Tensors, other: ResolvedModel | undefined): ReferencePlan {
  if (other !== undefined) {
    return { source: { kind: 'model', description: `${other.name} on cpu without graph optimizations` }, runOnCpu: other.path }
  }
  if (model.golden !== null && sameTensors(inputs, model.golden.inputs)) {
    return { source: { kind: 'golden', description: `outputs that came with ${model.name}` }, outputs: model.golden.outputs }
  }
  return { source: { kind: 'same-model', description: 'the same model on cpu without graph optimizations' }, runOnCpu: model.path }
}

const computed = new WeakMap<Tensors, Map<string, Promise<Tensors>>>()

/** Carries out a plan; the same model and inputs are run once. */
export async function referenceOutputs(plan: ReferencePlan, inputs: Tensors, sessions: SessionLease): Promise<Tensors> {
  if ('outputs' in plan) return withReferenceSource(plan.outputs, plan.source)
  let byModel = computed.get(inputs)
  if (byModel === undefined) computed.set(inputs, (byModel = new Map()))
  let outputs = byModel.get(plan.runOnCpu)
  if (outputs === undefined) {
    outputs = runOnCpu(plan.runOnCpu, inputs, sessions)
    byModel.set(plan.runOnCpu, outputs)
    outputs.catch(() => byModel.delete(plan.runOnCpu))
  }
  return withReferenceSource(await outputs, plan.source)
}

/** `reference` as the user writes it → a request. */
export function referenceRequest(reference: string | ModelRequest): ModelRequest {
  return typeof reference === 'string' ? { file: reference } : reference
}

async function runOnCpu(path: string, inputs: Tensors, sessions: SessionLease): Promise<Tensors> {
  const session = await sessions.open(getBackend('cpu'), path, { graphOptimizationLevel: 'disabled' })
  return session.run(inputs)
}

function sameTensors(a: Tensors, b: Tensors): boolean {
  return a === b || compareOutputs(a, b, { rtol: 0, atol: 0 }).matches
}
