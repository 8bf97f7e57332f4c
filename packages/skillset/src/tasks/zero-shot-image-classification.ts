import { defineTask } from '../core/define-task.ts'
import { SkillError } from '../core/skill-error.ts'
import { complete } from '../inputs/complete.ts'
import { type Image, pixelValues } from '../inputs/image.ts'
import { output, softmax } from '../outputs/numbers.ts'

export interface ImageAndTexts {
  readonly image: Image
  /** Texts that the image is compared with; each of the same number of tokens. */
  readonly texts: readonly string[]
}

/** Probability of each text for the first image, 0 … 1, in the order of the texts. */
export interface TextScores {
  readonly scores: readonly number[]
}

/** Which of some texts fits an image (Radford et al. 2021, arXiv:2103.00020, §3.1). */
export const zeroShotImageClassification = defineTask<ImageAndTexts, TextScores>({
  task: 'zero-shot-image-classification',
  async preprocess({ image, texts }, context) {
    const tokenizer = await context.tokenizer()
    const encoded = texts.map((text) => tokenizer.encode(text).ids)
    const length = encoded[0]?.length ?? 0
    const other = encoded.findIndex((ids) => ids.length !== length)
    if (length === 0 || other !== -1) {
      throw new SkillError('texts of one call must have the same number of tokens', {
        input: texts[Math.max(other, 0)] ?? '',
        nextStep: 'pad them, or ask once for each text',
      })
    }
    const input_ids = { type: 'int64', dims: [texts.length, length], data: BigInt64Array.from(encoded.flat(), BigInt) } as const
    const attention_mask = { ...input_ids, data: input_ids.data.map(() => 1n) }
    return complete(context.session, { input_ids, attention_mask, pixel_values: pixelValues(context, image) })
  },
  postprocess(outputs) {
    const logits = output(outputs, 'logits_per_image')
    return { scores: softmax(logits.data.subarray(0, logits.dims[1] ?? 0)) }
  },
})
