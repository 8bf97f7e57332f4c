import { encodeModel, GraphBuilder, type Tensor } from '@vitest-hardware/onnx-graph'
import { ModelLoadError, RunError } from '../errors.ts'
import { firstLine } from '../peer.ts'
import { openSession } from './open.ts'
import type { Runtime } from './runtime.ts'

/** A matrix product: the smallest model that has to reach the device to be right. */
export function probeModel(): Uint8Array {
  const graph = new GraphBuilder({ name: 'probe' })
  const x = graph.input('x', 'float32', [2, 2])
  graph.output('y', graph.node('MatMul', [x, x]), 'float32', [2, 2])
  return encodeModel(graph.build())
}

/**
 * Really loads and runs a model, so that "available" means that it computes.
 * @throws {Error} with the runtime's reason, or because the numbers are wrong
 */
export async function probeRuntime(runtime: Runtime): Promise<void> {
  await using session = await openSession(runtime, { bytes: probeModel() })
  const x: Tensor = { type: 'float32', dims: [2, 2], data: Float32Array.of(1, 2, 3, 4) }
  const { y } = await session.run({ x })
  const got = y === undefined ? 'nothing' : Array.from(y.data as Float32Array).join(', ')
  if (got !== '7, 10, 15, 22') throw new Error(`a 2×2 matrix product gave ${got} instead of 7, 10, 15, 22`)
}

/** The runtime's own reason for a failed probe, in one line. */
export function probeFailure(error: unknown): string {
  const reason = error instanceof ModelLoadError || error instanceof RunError ? error.reason : firstLine(error)
  // The runtime puts the failing node, source positions and the failed condition before its message.
  return firstLine(reason)
    .replace(/^Non-zero status code returned while running .*? Status Message: /, '')
    .replace(/^\/onnxruntime_src\/.* was false\. /, '')
    .replace(/^\w+\.(cc|h):\d+ \w+ /, '')
}
