import type { Value } from '@vitest-hardware/onnx-graph'
import { type GridImages, gridPlaces, gridSizes, type GridTowerSpec } from '../../architectures/grid-tower.ts'
import { clipNames } from '../../architectures/vision-tower.ts'
import { sectionedAxes } from '../../blocks/multi-axis-rotary.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { perceptronProjector } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { gridBase, gridModality, gridNote, gridPatch, gridSize, join, joinedSize, merge } from './grid-features.ts'
import { llama, qwen2, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

const side = 6

/** SigLIP's layers with rotation by row and column. */
const siglip: GridTowerSpec = {
  ...gridBase,
  temporal: 1,
  activation: 'gelu_pytorch_tanh',
  epsilon: 1e-6,
  norm: 'layer',
  names: clipNames,
  patches: { name: 'patch_embedding', bias: true, kind: 'convolution' },
  embeddingScope: 'embeddings',
  after: 'post_layernorm',
}
const paddleTower: GridTowerSpec = { ...siglip, order: 'rows', positions: { name: 'position_embedding', side, mode: 'linear' } }

/** PaddleOCR-VL's projector (arXiv:2510.14528, §2.2): a norm, squares of four patches to one, two layers. */
function paddleProjector(context: GraphContext, x: Value, { grid }: GridImages): Value {
  const { graph } = context
  return graph.scope('projector', () => {
    const normed = layerNorm(context, x, { name: 'pre_norm', size: gridSize, epsilon: 1e-5 })
    const { rows, columns, width } = gridPlaces(context, grid, merge)
    const order = graph.node('Add', [graph.node('Mul', [rows, width]), columns])
    const squares = join(context, graph.node('Gather', [normed, order], { axis: 1 }))
    return perceptronProjector(context, squares, {
      names: ['linear_1', 'linear_2'],
      inputSize: joinedSize,
      innerSize: joinedSize,
      outputSize: textSize,
      activation: 'gelu',
    })
  })
}

/** VideoLLaMA 3's shortening (arXiv:2501.13106, §2.2): the grid is resized to half by bilinear interpolation, then two layers. */
function resizedProjector(context: GraphContext, x: Value, { grid }: GridImages): Value {
  const { graph } = context
  const list = (...values: number[]): Value => graph.constant('int64', values)
  const [height, width] = gridSizes(context, grid)
  const cells = [height, width].map((size) => graph.node('Div', [size, list(merge)])) as [Value, Value]
  const join2 = (...parts: Value[]): Value => graph.node('Concat', parts, { axis: 0 })
  const squares = graph.node('Reshape', [x, join2(list(-1), cells[0], cells[1], list(merge, merge, gridSize))])
  const image = graph.node('Reshape', [
    graph.node('Transpose', [squares], { perm: [0, 5, 1, 3, 2, 4] }),
    join2(list(-1, gridSize), height, width),
  ])
  const sizes = join2(graph.node('Shape', [image], { start: 0, end: 2 }), cells[0], cells[1])
  const half = graph.node('Resize', [image, '', '', sizes], { mode: 'linear', coordinate_transformation_mode: 'half_pixel' })
  const tokens = graph.node('Transpose', [graph.node('Reshape', [half, list(0, gridSize, -1)])], { perm: [0, 2, 1] })
  return graph.scope('projector.readout', () =>
    perceptronProjector(context, tokens, { names: ['0', '2'], inputSize: gridSize, outputSize: textSize, activation: 'gelu' }),
  )
}

const sections = [2, 1, 1]
const ernie = llama({
  modelType: 'paddleocr_vl_text',
  keyValueHeads: 2,
  theta: 500_000,
  epsilon: 1e-5,
  extra: { use_bias: false, rope_scaling: { rope_type: 'default', mrope_section: sections } },
})
const qwen = qwen2()

const vision = (modelType: string, activation: string) => ({
  model_type: modelType,
  hidden_size: gridSize,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_channels: 3,
  patch_size: gridPatch,
  hidden_act: activation,
  layer_norm_eps: 1e-6,
  spatial_merge_size: merge,
})

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('paddleocr_vl', {
    prefix: 'PaddleOCRVL',
    body: null,
    config: {
      text_config: ernie.config,
      vision_config: { ...vision('paddleocr_vl_vision', 'gelu_pytorch_tanh'), image_size: side * gridPatch, temporal_patch_size: 1 },
      image_token_id: imageToken,
      video_token_id: imageToken + 2,
    },
    spec: {
      decoder: ernie.spec,
      modalities: [gridModality({ tower: paddleTower, scope: 'visual.vision_model', project: paddleProjector, outside: true })],
      positions: { axes: sectionedAxes(sections) },
    },
    note: gridNote,
  }),
  visionLanguageType('video_llama_3', {
    prefix: 'VideoLlama3',
    config: {
      text_config: qwen.config,
      vision_config: vision('video_llama_3_vision', 'gelu_pytorch_tanh'),
      image_token_id: imageToken,
      video_token_id: imageToken + 2,
    },
    spec: {
      decoder: qwen.spec,
      modalities: [gridModality({ tower: siglip, scope: 'vision_model', project: resizedProjector, outside: true })],
    },
    note: `images are merged two by two; ${gridNote}`,
  }),
]
