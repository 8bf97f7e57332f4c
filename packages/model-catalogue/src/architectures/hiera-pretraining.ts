import type { Value } from '@vitest-hardware/onnx-graph'
import { convolution } from '../blocks/convolution.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { repeatForBatch } from '../blocks/patch.ts'
import { resizeTo } from '../blocks/resize.ts'
import type { GraphContext } from '../graph-context.ts'
import { embedHiera, hieraEncoder, hieraLayer, type HieraSpec, rerollUnits, unitsAlong } from './hiera.ts'
import { order } from './masked-autoencoder.ts'

/** Masked autoencoding with Hiera; a mask unit ends as one token, as upstream's sizes have it. */
export interface HieraPretrainingSpec {
  readonly encoder: HieraSpec
  /** Share of mask units that the encoder does not see. */
  readonly maskRatio: number
  readonly decoderSize: number
  readonly decoderDepth: number
  readonly decoderHeads: number
}

export interface HieraPretrainingOutputs {
  /** float32 `[batch, units, pixels of a unit]` */
  readonly logits: Value
  /** bool `[batch, units]`: true where the encoder sees the unit, unlike in other masked autoencoders. */
  readonly seen: Value
  /** int64 `[batch, units]`: place of each unit in the order of its noise. */
  readonly restore: Value
}

/** Pixels that a unit's side spans. */
export function predictedSide({ encoder }: HieraPretrainingSpec): number {
  return encoder.stride * encoder.unit
}

/** Each item's seen units by number, ascending: int64 `[batch, kept]` of bool `[batch, units]`. */
function seenUnits(context: GraphContext, seen: Value, kept: number): Value {
  const { graph } = context
  const found = graph.node('NonZero', [seen])
  return graph.node('Reshape', [
    graph.node('Gather', [found, graph.constant('int64', 1)], { axis: 0 }),
    graph.constant('int64', [-1, kept]),
  ])
}

/** Numbers spread over the axes before and behind theirs, for `GatherElements` and `ScatterElements`. */
function spread(context: GraphContext, numbers: Value, kept: number, before: number, size: number): Value {
  const { graph } = context
  const wide = graph.node('Unsqueeze', [numbers, graph.constant('int64', before === 1 ? [-1] : [1, 3])])
  const dims = before === 1 ? [kept, size] : [before, kept, size]
  const items = graph.node('Slice', [graph.node('Shape', [numbers]), graph.constant('int64', [0]), graph.constant('int64', [1])])
  return graph.node('Expand', [wide, graph.node('Concat', [items, graph.constant('int64', dims)], { axis: 0 })])
}

/** @param noise float32 `[batch, units]`: units of the least noise are seen (Ryali et al. 2023, arXiv:2306.00989, §3.1, after arXiv:2111.06377) */
export function hieraPretraining(context: GraphContext, pixels: Value, noise: Value, spec: HieraPretrainingSpec): HieraPretrainingOutputs {
  const { graph } = context
  const { encoder, decoderSize } = spec
  const along = unitsAlong(encoder)
  const units = along ** 2
  const kept = Math.floor(units * (1 - spec.maskRatio))
  const restore = order(context, graph.node('Cast', [order(context, noise, units)], { to: 1 }), units)
  const seen = graph.node('Less', [restore, graph.constant('int64', kept)])
  const numbers = seenUnits(context, seen, kept)
  const stages = graph.scope('hiera', () => {
    const shown = graph.node('Reshape', [graph.node('Cast', [seen], { to: 1 }), graph.constant('int64', [-1, 1, along, along])])
    const visible = graph.node('Mul', [pixels, resizeTo(context, shown, encoder.image, encoder.image, { mode: 'nearest' })])
    // units are the fastest of the tokens' axes
    const area = encoder.unit ** 2
    const byUnit = graph.node('Reshape', [embedHiera(context, visible, encoder), graph.constant('int64', [-1, area, units, encoder.size])])
    const picked = graph.node('GatherElements', [byUnit, spread(context, numbers, kept, area, encoder.size)], { axis: 2 })
    const tokens = graph.node('Reshape', [picked, graph.constant('int64', [-1, area * kept, encoder.size])])
    return hieraEncoder(context, tokens, encoder, kept)
  })
  const last = stages.at(-1)!.size
  const fused = stages
    .map(({ tokens, size }, stage): Value => {
      const levels = stages.length - 1 - stage
      const unit = 2 ** levels
      if (levels === 0) return tokens
      const images = graph.node('Reshape', [
        rerollUnits(context, tokens, kept * unit ** 2, size, levels),
        graph.constant('int64', [-1, unit, unit, size]),
      ])
      const rows = graph.node('Transpose', [images], { perm: [0, 3, 1, 2] })
      const name = `multiscale_fusion.multi_scale_fusion_heads.${stage}`
      const one = convolution(context, rows, { name, inputChannels: size, outputChannels: last, kernel: [unit, unit], stride: unit })
      return graph.node('Reshape', [one, graph.constant('int64', [-1, kept, last])])
    })
    .reduce((sum, part) => graph.node('Add', [sum, part]))
  const normal = layerNorm(context, fused, { name: 'encoder_norm', size: last, epsilon: encoder.epsilon })
  const logits = graph.scope('decoder', () => {
    const embedded = linear(context, normal, { name: 'decoder_embeddings', inputSize: last, outputSize: decoderSize })
    const nothing = repeatForBatch(context, graph.constant('float32', 0), embedded, [units, decoderSize])
    const indices = spread(context, numbers, kept, 1, decoderSize)
    const placed = graph.node('ScatterElements', [nothing, indices, embedded], { axis: 1 })
    const isSeen = graph.node('Unsqueeze', [graph.node('Cast', [seen], { to: 1 }), graph.constant('int64', [-1])])
    const isHidden = graph.node('Sub', [graph.constant('float32', 1), isSeen])
    const token = context.weight('mask_token', [1, 1, decoderSize], { std: 1 })
    const all = graph.node('Add', [graph.node('Mul', [isHidden, token]), graph.node('Mul', [isSeen, placed])])
    let x = graph.node('Add', [all, context.weight('decoder_position_embeddings', [1, units, decoderSize], { std: 0.5 })])
    const options = { from: decoderSize, to: decoderSize, heads: spec.decoderHeads, groups: 1, pooled: 1 }
    for (let layer = 0; layer < spec.decoderDepth; layer++)
      x = graph.scope(`decoder_block.layers.${layer}`, () => hieraLayer(context, x, encoder, options))
    const decoded = layerNorm(context, x, { name: 'decoder_norm', size: decoderSize, epsilon: encoder.epsilon })
    return linear(context, decoded, { name: 'decoder_pred', inputSize: decoderSize, outputSize: predictedSide(spec) ** 2 * 3 })
  })
  return { logits, seen, restore }
}
