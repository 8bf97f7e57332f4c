import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface ResizeOptions {
  /** @default 'linear' */
  readonly mode?: 'linear' | 'nearest' | 'cubic'
  /** PyTorch's `align_corners`. @default false */
  readonly alignCorners?: boolean
}

function attributes({ mode = 'linear', alignCorners = false }: ResizeOptions): Record<string, string | { readonly float: number }> {
  const coordinates = alignCorners ? 'align_corners' : mode === 'nearest' ? 'asymmetric' : 'pytorch_half_pixel'
  return {
    mode,
    coordinate_transformation_mode: coordinates,
    ...(mode === 'nearest' ? { nearest_mode: 'floor' } : {}),
    ...(mode === 'cubic' ? { cubic_coeff_a: { float: -0.75 } } : {}),
  }
}

/** PyTorch's `interpolate` by a factor: `[batch, channels, height, width] → [batch, channels, height·factor, width·factor]`. */
export function resizeBy(context: GraphContext, x: Value, factor: number, options: ResizeOptions = {}): Value {
  return context.graph.node('Resize', [x, '', context.graph.constant('float32', [1, 1, factor, factor])], attributes(options))
}

/** PyTorch's `interpolate` to the height and width of another image, whose channels may differ. */
export function resizeLike(context: GraphContext, x: Value, other: Value, options: ResizeOptions = {}): Value {
  const { graph } = context
  const part = (of: Value, start: number, end: number): Value =>
    graph.node('Slice', [graph.node('Shape', [of]), graph.constant('int64', [start]), graph.constant('int64', [end])])
  const sizes = graph.node('Concat', [part(x, 0, 2), part(other, 2, 4)], { axis: 0 })
  return graph.node('Resize', [x, '', '', sizes], attributes(options))
}

/** PyTorch's `interpolate` to a fixed height and width. */
export function resizeTo(context: GraphContext, x: Value, height: number, width: number, options: ResizeOptions = {}): Value {
  const { graph } = context
  const kept = graph.node('Slice', [graph.node('Shape', [x]), graph.constant('int64', [0]), graph.constant('int64', [2])])
  const sizes = graph.node('Concat', [kept, graph.constant('int64', [height, width])], { axis: 0 })
  return graph.node('Resize', [x, '', '', sizes], attributes(options))
}
