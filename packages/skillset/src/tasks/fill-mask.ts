import { defineTask } from '../core/define-task.ts'
import type { TextTokenizer } from '../inputs/tokenizer.ts'
import { SkillError } from '../core/skill-error.ts'
import { textTensors } from '../inputs/text.ts'
import { output, rowOf, softmax } from '../outputs/numbers.ts'
import { toNumbers } from '@vitest-hardware/onnx-graph'

/** A token that may stand at the mask. */
export interface FilledMask {
  readonly id: number
  /** Probability, 0 … 1. */
  readonly score: number
}

/** Tokens for the first mask of a text, by probability. */
export const fillMask = defineTask<string, readonly FilledMask[]>({
  task: 'fill-mask',
  async preprocess(text, context) {
    const tensors = await textTensors(context, text)
    const mask = await maskOf(context.tokenizer)
    if (!toNumbers(tensors['input_ids']!).includes(mask.id)) {
      throw new SkillError('the text has no mask', { input: text, nextStep: `put ${mask.token} where a word is missing` })
    }
    return tensors
  },
  postprocess: (outputs) => ranked(outputs, 0),
  async answer(inputs, { session, tokenizer }) {
    const outputs = await session.run(inputs)
    const ids = inputs['input_ids']
    const mask = await maskOf(tokenizer).catch(() => null)
    const at = ids === undefined || mask === null ? -1 : toNumbers(ids).indexOf(mask.id)
    return ranked(outputs, Math.max(at, 0))
  },
})

function ranked(outputs: Parameters<typeof output>[0], position: number): FilledMask[] {
  return softmax(rowOf(output(outputs, 'logits'), position))
    .map((score, id) => ({ id, score }))
    .sort((a, b) => b.score - a.score)
}

async function maskOf(tokenizer: () => Promise<Pick<TextTokenizer, 'idOf'>>): Promise<{ readonly token: string; readonly id: number }> {
  const loaded = await tokenizer()
  for (const token of ['[MASK]', '<mask>']) {
    const id = loaded.idOf(token)
    if (id !== undefined) return { token, id }
  }
  throw new SkillError('the tokenizer has no mask', { input: '[MASK]', nextStep: 'give tensors: skill.run({ tensors })' })
}
