import type { Value } from '@vitest-hardware/onnx-graph'
import { pyramidSide, pyramidTransformer } from '../../architectures/pyramid-transformer.ts'
import { activate } from '../../blocks/activation.ts'
import { convolution } from '../../blocks/convolution.ts'
import { convolutionUnit } from '../../blocks/convolution-unit.ts'
import { resizeBy } from '../../blocks/resize.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { segformerEncoder, segformerSpec as spec } from './pyramid.ts'
import { visionType } from './vision-type.ts'

const image = segformerEncoder.image_size
const decoderSize = 16
/** Metres. */
const maxDepth = 10
const sizes = spec.sizes
const coarsest = pyramidSide(spec, sizes.length - 1)

const encode = (context: GraphContext, scope: string) => {
  const pixels = pixelsInput(context, { channels: 3, size: image })
  return context.graph.scope(scope, () => pyramidTransformer(context, pixels, spec))
}

/** How much of the fine and how much of the coarse map, cell by cell (Kim et al. 2022, arXiv:2201.07436, §3.3). */
function selectiveFusion(context: GraphContext, local: Value, global: Value): Value {
  const { graph } = context
  const unit = (x: Value, name: string, inputChannels: number, outputChannels: number): Value =>
    convolutionUnit(context, x, { name, inputChannels, outputChannels, kernel: 3, bias: true, names: { convolution: '0', norm: '1' } })
  return graph.scope('fusion', () => {
    const both = unit(graph.node('Concat', [local, global], { axis: 1 }), 'convolutional_layer1', 2 * decoderSize, decoderSize)
    const half = unit(both, 'convolutional_layer2', decoderSize, decoderSize / 2)
    const scores = convolution(context, half, {
      name: 'convolutional_layer3',
      inputChannels: decoderSize / 2,
      outputChannels: 2,
      kernel: [3, 3],
      padding: 1,
    })
    const [fine, coarse] = graph.nodes('Split', [graph.node('Sigmoid', [scores])], { axis: 1, num_outputs: 2 }, { outputs: 2 }) as [
      Value,
      Value,
    ]
    return graph.node('Add', [graph.node('Mul', [local, fine]), graph.node('Mul', [global, coarse])])
  })
}

/** Declares `predicted_depth` `[batch, image, image]`. */
function depth(context: GraphContext): void {
  const { graph } = context
  const { maps } = encode(context, 'glpn.encoder')
  let x: Value | undefined
  maps.toReversed().forEach(({ value, channels }, index) => {
    x = graph.scope(`decoder.stages.${index}`, () => {
      const narrow =
        channels === decoderSize
          ? value
          : convolution(context, value, { name: 'convolution', inputChannels: channels, outputChannels: decoderSize, kernel: [1, 1] })
      return resizeBy(context, x === undefined ? narrow : selectiveFusion(context, narrow, x), 2)
    })
  })
  const whole = resizeBy(context, x!, 2)
  const estimated = graph.scope('head.head', () => {
    const sides = { inputChannels: decoderSize, kernel: [3, 3], padding: 1 }
    const inner = activate(context, convolution(context, whole, { name: '0', outputChannels: decoderSize, ...sides }), 'relu')
    return graph.node('Sigmoid', [convolution(context, inner, { name: '2', outputChannels: 1, ...sides })])
  })
  const metres = graph.node('Mul', [estimated, graph.constant('float32', maxDepth)])
  graph.output('predicted_depth', graph.node('Squeeze', [metres, graph.constant('int64', [1])]), 'float32', [batch, image, image])
}

function features(context: GraphContext): void {
  const last = encode(context, 'encoder').maps.at(-1)!
  context.graph.output('last_hidden_state', last.value, 'float32', [batch, last.channels, coarsest, coarsest])
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})
export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'glpn',
    config: { ...segformerEncoder, decoder_hidden_size: decoderSize, max_depth: maxDepth, head_in_index: -1 },
    heads: {
      'depth-estimation': head('GLPNForDepthEstimation', depth),
      'feature-extraction': head('GLPNModel', features),
      'image-feature-extraction': head('GLPNModel', features),
    },
    defaultTask: 'depth-estimation',
    processor: 'GLPNImageProcessor',
    transformersJs: 'GLPNForDepthEstimation',
    note: 'SegFormer’s encoder; fine and coarse maps are chosen from cell by cell on the way up',
  }),
]
