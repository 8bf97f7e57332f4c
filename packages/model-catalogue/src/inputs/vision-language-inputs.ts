import type { ModelConfig } from '../model-type.ts'
import { configInteger, type InputRule, normal, numbers } from './input-rule.ts'

/** Places in the text that features of an image or a sound take. */
interface Run {
  readonly token: number
  readonly start: number
  readonly count: number
  /** Patches along one side, for positions in two dimensions; absent for sound. */
  readonly side?: number
}

const imageTokenFields = ['image_token_id', 'image_token_index', 'image_token', 'im_token_id', 'boi_token_id']
const imageCountFields = ['mm_tokens_per_image', 'image_seq_length', 'num_image_tokens', 'num_query_tokens']
const audioTokenFields = ['audio_token_id', 'audio_token_index']
/** Tokens of one seeded image or sound where the config does not tell their number. */
const usualCount = 4
/** Special tokens stand at either end of a vocabulary, at most half of this at each. */
const specialTokens = 16

/** The first of the fields that the config has. */
function firstInteger(config: ModelConfig | null, fields: readonly string[]): number | null {
  return fields.map((field) => configInteger(config, field)).find((value) => value !== null) ?? null
}

/** Where images, videos and sounds stand in seeded texts: behind the first token, with one token of text between. */
function runs(config: ModelConfig | null): readonly Run[] {
  const image = firstInteger(config, imageTokenFields)
  const imageCount = firstInteger(config, imageCountFields) ?? usualCount
  const video = firstInteger(config, ['video_token_id', 'video_token_index'])
  const videoCount = firstInteger(config, ['video_seq_length']) ?? (image === null ? usualCount : null)
  const audio = firstInteger(config, audioTokenFields)
  const wanted: Omit<Run, 'start'>[] = [
    ...(image === null ? [] : [{ token: image, count: imageCount, side: Math.round(Math.sqrt(imageCount)) }]),
    ...(video === null || videoCount === null ? [] : [{ token: video, count: videoCount }]),
    ...(audio === null ? [] : [{ token: audio, count: firstInteger(config, ['audio_seq_length']) ?? usualCount }]),
  ]
  let start = 1
  return wanted.map((run) => {
    const placed = { ...run, start }
    start += run.count + 1
    return placed
  })
}

const hasRuns = (config: ModelConfig | null): boolean => runs(config).length > 0
const runAt = (config: ModelConfig | null, place: number): Run | undefined =>
  runs(config).find(({ start, count }) => place >= start && place < start + count)

/** Position of each place of a text by time, row and column (Qwen2-VL, arXiv:2409.12191, §2.1): text counts on behind an image's longest side. */
function threefoldPositions(config: ModelConfig | null, length: number): readonly (readonly [number, number, number])[] {
  const places: [number, number, number][] = []
  let next = 0
  for (let place = 0; place < length; place++) {
    const run = runAt(config, place)
    if (run?.side === undefined) {
      places.push([next, next, next])
      next++
      continue
    }
    const [index, side] = [place - run.start, run.side]
    places.push([next, next + Math.floor(index / side), next + (index % side)])
    if (index === run.count - 1) next += side
  }
  return places
}

/** Texts with images or sounds between, by the names that processors give them. */
export const visionLanguageRules: readonly InputRule[] = [
  {
    names: /^input_ids$/,
    applies: hasRuns,
    fill: ({ dims, count, config, random }) => {
      const length = dims.at(-1) ?? 1
      const ordinary = (configInteger(config, 'vocab_size') ?? specialTokens + 1) - specialTokens
      return numbers(count, (index) => {
        const drawn = specialTokens / 2 + Math.floor(random() * ordinary)
        return runAt(config, index % length)?.token ?? drawn
      })
    },
  },
  {
    names: /^(moe_)?(mm_)?token_type_ids$/,
    applies: hasRuns,
    fill: ({ dims, count, config }) => numbers(count, (index) => (runAt(config, index % (dims.at(-1) ?? 1)) === undefined ? 0 : 1)),
  },
  {
    names: /^image_embeds_position_mask$/,
    fill: ({ dims, count, config }) => numbers(count, (index) => (runAt(config, index % (dims.at(-1) ?? 1)) === undefined ? 0 : 1)),
  },
  {
    // row and column, counted from 1 in a square, then the patch's own values
    names: /^flattened_patches$/,
    fill: ({ dims, count, random }) => {
      const [patches, values] = [dims.at(-2) ?? 1, dims.at(-1) ?? 1]
      const side = Math.max(1, Math.floor(Math.sqrt(patches)))
      return numbers(count, (index) => {
        const [patch, value] = [Math.floor(index / values) % patches, index % values]
        if (value === 0) return 1 + Math.floor(patch / side)
        return value === 1 ? 1 + (patch % side) : normal(random)
      })
    },
  },
  {
    // no image is seen by the first token, the n-th of each text from the n-th part of the text on
    names: /^image_attention_mask$/,
    fill: ({ dims, count }) => {
      const [length, images] = [dims.at(-2) ?? 1, dims.at(-1) ?? 1]
      return numbers(count, (index) => (Math.floor(index / images) % length > ((index % images) * length) / images ? 1 : 0))
    },
  },
  {
    // the first token sees no tile, the others all
    names: /^cross_attention_mask$/,
    applies: hasRuns,
    fill: ({ dims, count }) => {
      const perToken = dims.slice(2).reduce((product, dim) => product * dim, 1)
      return numbers(count, (index) => (Math.floor(index / perToken) % (dims[1] ?? 1) > 0 ? 1 : 0))
    },
  },
  // images of as many tiles as there can be
  { names: /^aspect_ratio_ids$/, fill: ({ count, config }) => numbers(count, () => configInteger(config, 'max_num_tiles') ?? 1) },
  { names: /^aspect_ratio_mask$/, fill: ({ count }) => numbers(count, () => 1) },
  { names: /^pixel_attention_mask$/, fill: ({ count }) => numbers(count, () => 1) },
  { names: /^spatial_shapes$/, fill: ({ count }) => numbers(count, () => gridSide) },
  {
    // one image for each text, of a 4 × 4 grid of patches
    names: /^(image|video)_grid_thw$/,
    fill: ({ count }) => numbers(count, (index) => (index % 3 === 0 ? 1 : gridSide)),
  },
  {
    names: /^position_ids$/,
    applies: hasRuns,
    fill: ({ dims, count, config }) => {
      const length = dims.at(-1) ?? 1
      if (dims.length < 3) return numbers(count, (index) => index % length)
      const places = threefoldPositions(config, length)
      const perAxis = count / (dims[0] ?? 1)
      return numbers(count, (index) => places[index % length]![Math.min(2, Math.floor(index / perAxis))]!)
    },
  },
]

/** Patches along each side of a seeded image that is given as a list of patches with `image_grid_thw`. */
export const gridSide = 4
