import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { batch } from './text-inputs.ts'

export interface PixelOptions {
  readonly channels: number
  /** Of a model that takes only one size of images; without it, height and width are free. */
  readonly size?: number
}

/** Declares `pixel_values`, float32 `[batch_size, channels, height, width]`. */
export function pixelsInput(context: GraphContext, { channels, size }: PixelOptions): Value {
  return context.graph.input('pixel_values', 'float32', [batch, channels, size ?? 'height', size ?? 'width'])
}
