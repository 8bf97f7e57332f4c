import { type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'
import { defineTask } from '../core/define-task.ts'
import type { SkillContext } from '../core/skill.ts'
import { complete } from '../inputs/complete.ts'
import { row, textTensors } from '../inputs/text.ts'
import { textOf } from '../inputs/tokenizer.ts'
import { argmax, output, rowCount, rowOf } from '../outputs/numbers.ts'

/** Tokens that a model adds. */
export interface GeneratedText {
  readonly ids: readonly number[]
  /** Null where the model has no tokenizer. */
  readonly text: string | null
}

/** Tokens that one answer has at most. */
const mostTokens = 8

/** The most probable next tokens, one after the other, until the text ends. */
export const textGeneration = defineTask<string, GeneratedText>({
  task: 'text-generation',
  preprocess: (text, context) => textTensors(context, text),
  postprocess: (outputs) => ({ ids: [nextOf(outputs)], text: null }),
  answer: (inputs, context) => generate(inputs, context, 'input_ids'),
})

/** Greedy decoding over `name`, the whole text in each step: a seeded model is small, and a cache that is wrong would show elsewhere. */
export async function generate(inputs: Tensors, { session, config, tokenizer }: SkillContext, name: string): Promise<GeneratedText> {
  const start = inputs[name]
  const ends = [config['eos_token_id']].flat()
  // a batch, or a text that is no text, is answered in one step
  if (start === undefined || start.dims[0] !== 1) return { ids: [nextOf(await session.run(inputs))], text: null }
  const given = [...toNumbers(start)]
  const ids: number[] = []
  const ofText = new Set([
    name,
    'position_ids',
    ...(name === 'input_ids' ? ['attention_mask', 'token_type_ids'] : ['decoder_attention_mask']),
  ])
  const rest = Object.fromEntries(Object.entries(inputs).filter(([input]) => !ofText.has(input)))
  while (ids.length < mostTokens) {
    const feeds = ids.length === 0 ? inputs : complete(session, { ...rest, [name]: row([...given, ...ids]) })
    const next = nextOf(await session.run(feeds))
    ids.push(next)
    if (ends.includes(next)) break
  }
  return { ids, text: await textOf(tokenizer, ids) }
}

function nextOf(outputs: Tensors): number {
  const logits = output(outputs, 'logits')
  return argmax(rowOf(logits, rowCount(logits) - 1))
}
