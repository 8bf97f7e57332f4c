import type { Tensors } from '@vitest-hardware/onnx-graph'
import { defineTask } from '../core/define-task.ts'
import type { SkillContext } from '../core/skill.ts'
import { complete } from '../inputs/complete.ts'
import { inputValues, type Sound } from '../inputs/sound.ts'
import { textOf } from '../inputs/tokenizer.ts'
import { argmax, output, rowOf } from '../outputs/numbers.ts'

/** What was said. */
export interface Transcript {
  readonly ids: readonly number[]
  /** Null where the model has no tokenizer. */
  readonly text: string | null
}

/**
 * The most probable token of each frame, repeats and blanks dropped (CTC's best path; Graves et al. 2006, §3.2), where the model answers frames; the next token where
 * it writes.
 */
export const automaticSpeechRecognition = defineTask<Sound, Transcript>({
  task: 'automatic-speech-recognition',
  preprocess: (sound, context) => complete(context.session, inputValues(context, sound)),
  postprocess: (outputs, context) => ({ ids: bestPath(outputs, context), text: null }),
  async answer(inputs, context) {
    const ids = bestPath(await context.session.run(inputs), context)
    return { ids, text: await textOf(context.tokenizer, ids) }
  },
})

function bestPath(outputs: Tensors, { config, session }: SkillContext): number[] {
  const logits = output(outputs, 'logits', ...Object.keys(outputs))
  const frames = logits.dims.length < 3 ? 1 : (logits.dims[1] ?? 1)
  const path = Array.from({ length: frames }, (_, frame) => argmax(rowOf(logits, frame)))
  if (session.inputs.some(({ name }) => name.startsWith('decoder'))) return path.slice(-1)
  const blank = typeof config['pad_token_id'] === 'number' ? config['pad_token_id'] : 0
  return path.filter((id, frame) => id !== blank && id !== path[frame - 1])
}
