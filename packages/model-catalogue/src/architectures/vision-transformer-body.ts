import type { GraphContext } from '../graph-context.ts'
import { layerNorm } from '../blocks/norm.ts'
import { tokenAt } from '../blocks/patch.ts'
import { type ImageFeatures, meanOfTokens, shuffleToPixels, tokensFrom, tokensToGrid, type VisionBody } from '../heads/vision.ts'
import {
  type LevelOptions,
  patchCount,
  prefixLength,
  tanhPooler,
  visionFeatureMaps,
  visionTransformer,
  type VisionTransformerSpec,
} from './vision-transformer.ts'

export interface TransformerBodyOptions {
  /** Upstream's `base_model_prefix`: the scope of the body in a model with a head; empty where no class has one. */
  readonly scope: string
  /** What `pooler_output` is: a tanh layer on the first token, that token itself, the mean of all before the patches, or the normed mean of the patches. @default none */
  readonly pooler?: 'tanh' | 'first' | 'mean of prefix' | 'mean norm'
  /** What the classifier reads; null where upstream has none. */
  readonly classified: 'first' | 'mean' | 'first and mean of patches' | 'pooler' | null
  /** Levels of the backbone class. @default no such class */
  readonly backbone?: LevelOptions
  /** Tokens at both ends that masked image modeling leaves out. @default no such head */
  readonly reconstructed?: { readonly front: number; readonly back: number }
}

/** The heads' view of a plain vision transformer. */
export function transformerBody(spec: VisionTransformerSpec, options: TransformerBodyOptions): VisionBody {
  const { scope, pooler, classified, backbone, reconstructed } = options
  const { size, image, patch } = spec
  const front = prefixLength(spec)
  const within = <Result>(context: GraphContext, body: () => Result): Result => (scope === '' ? body() : context.graph.scope(scope, body))
  const pooled: VisionBody['pooler'] = (context, { hidden }) => {
    const first = (): string => tokenAt(context, hidden, 0)
    const value = within(context, () => {
      if (pooler === 'tanh') return tanhPooler(context, first(), size)
      if (pooler === 'first') return first()
      if (pooler === 'mean of prefix') return meanOfTokens(context, tokensFrom(context, hidden, 0, front))
      const mean = meanOfTokens(context, front === 0 ? hidden : tokensFrom(context, hidden, front))
      return layerNorm(context, mean, { name: 'pooler.layernorm', size, epsilon: spec.epsilon })
    })
    return { value, size }
  }
  const summary: VisionBody['summary'] = (context, features) => {
    const { hidden } = features
    if (classified === 'pooler') return pooled(context, features)
    if (classified === 'mean') return { value: meanOfTokens(context, hidden), size }
    const first = tokenAt(context, hidden, 0)
    if (classified === 'first') return { value: first, size }
    const mean = meanOfTokens(context, tokensFrom(context, hidden, front))
    return { value: context.graph.node('Concat', [first, mean], { axis: 1 }), size: 2 * size }
  }
  return {
    pixels: { channels: spec.channels ?? 3, size: image },
    features: (context, pixels): ImageFeatures => within(context, () => visionTransformer(context, pixels, spec)),
    ...(pooler ? { pooler: pooled } : {}),
    ...(classified === null ? {} : { summary }),
    // upstream's backbone classes are the body itself, without its prefix
    ...(backbone ? { maps: (context, pixels) => visionFeatureMaps(context, pixels, spec, backbone) } : {}),
    ...(reconstructed
      ? {
          patches: patchCount(spec),
          reconstruction: (context, pixels, masked) => {
            const { hidden } = within(context, () => visionTransformer(context, pixels, spec, masked))
            const patches = tokensFrom(context, hidden, reconstructed.front, reconstructed.back === 0 ? undefined : -reconstructed.back)
            return shuffleToPixels(context, tokensToGrid(context, patches, image / patch, size), { size, stride: patch })
          },
        }
      : {}),
  }
}
