import { readFile } from 'node:fs/promises'
import { modelInputs, parseModel, type Tensors } from '@vitest-hardware/onnx-graph'
import type { Backend, ModelSource } from '../backend.ts'
import { ModelLoadError } from '../errors.ts'
import { nodeFallbackError } from './node-placement.ts'
import type { Placement } from './placement.ts'
import { zeroFeeds } from './zero-feeds.ts'

/**
 * The runtime says only that some node would fall back. A run with zeros finds out which; where the model does not run on zeros, the
 * runtime's own error is all that there is to say.
 * @param runOn runs the model with the fallback allowed
 */
export async function namedFallback(
  error: unknown,
  backend: Pick<Backend, 'name'>,
  model: ModelSource,
  runOn: (feeds: Tensors) => Promise<Placement>,
): Promise<unknown> {
  if (!(error instanceof ModelLoadError) || error.failure !== 'node-fallback') return error
  const bytes = 'path' in model ? await readFile(model.path) : model.bytes
  const feeds = zeroFeeds(modelInputs(parseModel(bytes, error.input)))
  const placement = feeds === null ? null : await orNull(runOn(feeds))
  if (placement === null || placement.fallbackNodes.length === 0) return error
  const { fallbackNodes, nodes } = placement
  return nodeFallbackError(backend, fallbackNodes, { model: error.input, nodeCount: nodes.length, cause: error })
}

async function orNull<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise
  } catch {
    return null
  }
}
