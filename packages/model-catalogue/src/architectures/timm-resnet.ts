import type { Value } from '@vitest-hardware/onnx-graph'
import { convolutionUnit } from '../blocks/convolution-unit.ts'
import type { GraphContext } from '../graph-context.ts'
import type { FeatureMap } from '../heads/vision.ts'

/** A ResNet by timm's names and arguments (`timm.models.resnet.ResNet`). */
export interface TimmResNetSpec {
  readonly block: 'basic' | 'bottleneck'
  readonly layers: readonly number[]
  /** Channels of each stage, before a bottleneck's expansion. */
  readonly channels: readonly number[]
}

const stemSize = 64

function block(context: GraphContext, x: Value, { block: kind }: TimmResNetSpec, from: number, planes: number, stride: number): Value {
  const { graph } = context
  const to = kind === 'basic' ? planes : 4 * planes
  const unit = (
    input: Value,
    index: number,
    inputChannels: number,
    outputChannels: number,
    kernel: number,
    by: number,
    isLast: boolean,
  ): Value =>
    convolutionUnit(context, input, {
      name: '',
      names: { convolution: `conv${index}`, norm: `bn${index}` },
      inputChannels,
      outputChannels,
      kernel,
      stride: by,
      activation: isLast ? null : 'relu',
    })
  const shortcut =
    stride !== 1 || from !== to
      ? convolutionUnit(context, x, {
          name: 'downsample',
          names: { convolution: '0', norm: '1' },
          inputChannels: from,
          outputChannels: to,
          kernel: 1,
          stride,
          activation: null,
        })
      : x
  const inner =
    kind === 'basic'
      ? unit(unit(x, 1, from, planes, 3, stride, false), 2, planes, planes, 3, 1, true)
      : unit(unit(unit(x, 1, from, planes, 1, 1, false), 2, planes, planes, 3, stride, false), 3, planes, to, 1, 1, true)
  return graph.node('Relu', [graph.node('Add', [inner, shortcut])])
}

/** Four stages' outputs, the finest first (He et al. 2015, arXiv:1512.03385). */
export function timmResNet(context: GraphContext, pixels: Value, spec: TimmResNetSpec): FeatureMap[] {
  const { graph } = context
  const stem = convolutionUnit(context, pixels, {
    name: '',
    names: { convolution: 'conv1', norm: 'bn1' },
    inputChannels: 3,
    outputChannels: stemSize,
    kernel: 7,
    stride: 2,
  })
  let x = graph.node('MaxPool', [stem], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] })
  let from = stemSize
  return spec.channels.map((planes, stage) => {
    for (let index = 0; index < spec.layers[stage]!; index++) {
      const stride = index === 0 && stage > 0 ? 2 : 1
      x = graph.scope(`layer${stage + 1}.${index}`, () => block(context, x, spec, from, planes, stride))
      from = spec.block === 'basic' ? planes : 4 * planes
    }
    return { value: x, channels: from, stride: 4 * 2 ** stage }
  })
}
