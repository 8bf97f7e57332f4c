import { defineTask } from '../core/define-task.ts'
import type { SkillContext } from '../core/skill.ts'
import { SkillError } from '../core/skill-error.ts'
import { complete } from '../inputs/complete.ts'
import { type Image, pixelValues } from '../inputs/image.ts'
import { output, softmax } from '../outputs/numbers.ts'

export interface ImageAndTexts {
  readonly image: Image
  /** Texts that the image is compared with; at least one. */
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
    if (texts.length === 0) {
      throw new SkillError('there is no text to compare the image with', { input: 'texts: []', nextStep: 'give one text or more' })
    }
    const length = Math.max(...encoded.map((ids) => ids.length))
    const padding = paddingId(context.config)
    const padded = encoded.flatMap((ids) => [...ids, ...Array.from({ length: length - ids.length }, () => padding)])
    const shown = encoded.flatMap((ids) => Array.from({ length }, (_, index) => (index < ids.length ? 1 : 0)))
    const input_ids = { type: 'int64', dims: [texts.length, length], data: BigInt64Array.from(padded, BigInt) } as const
    const attention_mask = { ...input_ids, data: BigInt64Array.from(shown, BigInt) }
    return complete(context.session, { input_ids, attention_mask, pixel_values: pixelValues(context, image) })
  },
  postprocess(outputs) {
    const logits = output(outputs, 'logits_per_image')
    return { scores: softmax(logits.data.subarray(0, logits.dims[1] ?? 0)) }
  },
})

/** What shorter texts are filled up with, by the config or its part for the text; 0 where neither says. */
function paddingId(config: SkillContext['config']): number {
  const text = config['text_config'] as Readonly<Record<string, unknown>> | undefined
  const id = config['pad_token_id'] ?? text?.['pad_token_id']
  return typeof id === 'number' ? id : 0
}
