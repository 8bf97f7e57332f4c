import type { ModelConfig } from '../model-type.ts'
import { configInteger } from './input-rule.ts'

/** What a free dimension stands for, by its name in the graph. */
interface DimensionRole {
  readonly role: string
  /** Inputs that the role is restricted to. @default all */
  readonly inputs?: RegExp
  readonly names: RegExp
  readonly size: (config: ModelConfig | null) => number
}

const fromConfig =
  (field: string, fallback: number) =>
  (config: ModelConfig | null): number =>
    configInteger(config, field) ?? fallback

/** Noisy or compressed images of diffusion models. */
const latents = /^(sample|latent_sample|latents|hidden_states)$/

/** In order of precedence; `role` is also what a caller may name in `dims`. */
const roles: readonly DimensionRole[] = [
  // candidates that each image of the batch is compared with
  { role: 'texts', names: /^text_batch/i, size: () => 3 },
  // answers that a question is asked with
  { role: 'choices', names: /choices/i, size: () => 2 },
  { role: 'batch', names: /^(n|b)$|batch/i, size: () => 1 },
  { role: 'steps', inputs: /^timestep$/, names: /^steps$/, size: () => 1 },
  // a tenth of a second at 16 kHz: enough for the strides of every published waveform encoder
  { role: 'samples', inputs: /^(input_values|audio|waveform)$/, names: /seq|length|samples|time/i, size: () => 1600 },
  // spectrograms of any length, beside a mask of theirs
  { role: 'sound_frames', names: /^sound_frames$/, size: () => 24 },
  { role: 'mel_bins', inputs: /^input_features$/, names: /feature|mel/i, size: fromConfig('num_mel_bins', 80) },
  {
    role: 'frames',
    inputs: /^input_features$/,
    names: /seq|length|frames|time/i,
    size: (config) => 2 * fromConfig('max_source_positions', 1500)(config),
  },
  { role: 'channels', inputs: latents, names: /channel/i, size: fromConfig('in_channels', 4) },
  { role: 'height', inputs: latents, names: /height/i, size: fromConfig('sample_size', 64) },
  { role: 'width', inputs: latents, names: /width/i, size: fromConfig('sample_size', 64) },
  { role: 'past', names: /^past/i, size: () => 0 },
  { role: 'encoder_sequence', names: /^encoder_seq/i, size: () => 8 },
  { role: 'decoder_sequence', names: /^decoder_seq/i, size: () => 8 },
  { role: 'sequence', names: /seq|length|tokens/i, size: () => 16 },
  { role: 'channels', names: /channel/i, size: fromConfig('num_channels', 3) },
  { role: 'height', names: /height/i, size: fromConfig('image_size', 224) },
  { role: 'width', names: /width/i, size: fromConfig('image_size', 224) },
]

/** Size of a free dimension that nothing else is known of. */
const unknownSize = 8

export interface DimensionOptions {
  /** Sizes by the dimension's own name or by its role (`batch`, `sequence`, `past`, `channels`, `height`, `width` …). */
  readonly dims: Readonly<Record<string, number>>
  readonly config: ModelConfig | null
  /** The input that the dimension belongs to. @default none, so that only roles of all inputs count */
  readonly input?: string
}

/**
 * Size of one dimension of an input.
 * A sum such as `past_sequence_length + sequence_length` is the sum of its parts, a product such as `16*batch_size` that of its factors; an unnamed first dimension counts as the batch.
 */
export function resolveDimension(dimension: number | string, axis: number, options: DimensionOptions): number {
  if (typeof dimension === 'number') return dimension
  const named = options.dims[dimension]
  if (named !== undefined) return named
  const parts = dimension.split('+').map((part) => part.trim())
  if (parts.length > 1)
    return parts.reduce((sum, part) => sum + (/^\d+$/.test(part) ? Number(part) : resolveDimension(part, axis, options)), 0)
  const factors = dimension.split('*').map((factor) => factor.trim())
  if (factors.length > 1)
    return factors.reduce(
      (product, factor) => product * (/^\d+$/.test(factor) ? Number(factor) : resolveDimension(factor, axis, options)),
      1,
    )
  const name = (dimension === '?' || dimension === '') && axis === 0 ? 'batch' : dimension
  const role = roles.find(({ names, inputs }) => names.test(name) && (inputs === undefined || inputs.test(options.input ?? '')))
  return role === undefined ? unknownSize : (options.dims[role.role] ?? role.size(options.config))
}
