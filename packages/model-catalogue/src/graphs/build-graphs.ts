import { encodeModel } from '@vitest-hardware/onnx-graph'
import { createGraphContext } from '../graph-context.ts'
import type { ModelType } from '../model-type.ts'

/** One `.onnx` file of a model folder. */
export interface BuiltGraph {
  /** Below `onnx/`, without `.onnx`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Builds all graphs of a type. Graphs of one type share their weights by name: an encoder gives the same numbers alone and within the whole model.
 * @param seed of the weights; the same seed gives the same bytes on every machine
 */
export function buildGraphs(type: ModelType, seed: number): BuiltGraph[] {
  return type.graphs.map(({ name, build }) => {
    const context = createGraphContext({ name: `${type.type}/${name}`, config: type.config, seed })
    build(context)
    return { name, bytes: encodeModel(context.graph.build()) }
  })
}
