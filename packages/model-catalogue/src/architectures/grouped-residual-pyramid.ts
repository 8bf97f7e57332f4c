import type { Value } from '@vitest-hardware/onnx-graph'
import { convolution } from '../blocks/convolution.ts'
import { convolutionUnit } from '../blocks/convolution-unit.ts'
import { resizeBy } from '../blocks/resize.ts'
import type { GraphContext } from '../graph-context.ts'

/** Detectron2's backbone: a ResNeXt (Xie et al. 2017, arXiv:1611.05431) under a feature pyramid (Lin et al. 2017, arXiv:1612.03144). */
export interface GroupedPyramidSpec {
  readonly stemSize: number
  /** Channels of each stage's bottleneck and of its answer, and its blocks. */
  readonly stages: readonly { readonly inner: number; readonly outer: number; readonly blocks: number }[]
  readonly groups: number
  /** Channels of the pyramid. */
  readonly size: number
}

const names = { convolution: '', norm: 'norm' }

function block(
  context: GraphContext,
  x: Value,
  { from, inner, outer, stride, groups }: { from: number; inner: number; outer: number; stride: number; groups: number },
): Value {
  const unit = (
    input: Value,
    name: string,
    inputChannels: number,
    outputChannels: number,
    options: { kernel?: number; stride?: number; groups?: number; activation?: 'relu' | null },
  ): Value =>
    convolutionUnit(context, input, {
      name,
      names: { ...names, convolution: 'weights' },
      inputChannels,
      outputChannels,
      kernel: 1,
      ...options,
    })
  const narrow = unit(x, 'conv1', from, inner, {})
  const mixed = unit(narrow, 'conv2', inner, inner, { kernel: 3, stride, groups })
  const wide = unit(mixed, 'conv3', inner, outer, { activation: null })
  const short = from === outer && stride === 1 ? x : unit(x, 'shortcut', from, outer, { stride, activation: null })
  return context.graph.node('Relu', [context.graph.node('Add', [wide, short])])
}

/** The pyramid's finest level: `[batch, 3, side, side] → [batch, size, side / 4, side / 4]`. */
export function groupedPyramid(context: GraphContext, pixels: Value, spec: GroupedPyramidSpec): Value {
  const { graph } = context
  const maps = graph.scope('bottom_up', () => {
    const started = graph.scope('stem', () =>
      convolutionUnit(context, pixels, {
        name: 'conv1',
        names: { ...names, convolution: 'weights' },
        inputChannels: 3,
        outputChannels: spec.stemSize,
        kernel: 7,
        stride: 2,
      }),
    )
    let x = graph.node('MaxPool', [started], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] })
    let from = spec.stemSize
    return spec.stages.map(({ inner, outer, blocks }, stage) => {
      for (let index = 0; index < blocks; index++) {
        const stride = stage > 0 && index === 0 ? 2 : 1
        x = graph.scope(`res${stage + 2}.${index}`, () => block(context, x, { from, inner, outer, stride, groups: spec.groups }))
        from = outer
      }
      return { value: x, channels: outer }
    })
  })
  let merged: Value | undefined
  maps.toReversed().forEach(({ value, channels }, index) => {
    const lateral = convolution(context, value, {
      name: `fpn_lateral${maps.length + 1 - index}`,
      inputChannels: channels,
      outputChannels: spec.size,
      kernel: [1, 1],
    })
    merged = merged === undefined ? lateral : graph.node('Add', [lateral, resizeBy(context, merged, 2, { mode: 'nearest' })])
  })
  return convolution(context, merged!, {
    name: 'fpn_output2',
    inputChannels: spec.size,
    outputChannels: spec.size,
    kernel: [3, 3],
    padding: 1,
  })
}
