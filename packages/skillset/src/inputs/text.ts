import type { Tensor, Tensors } from '@vitest-hardware/onnx-graph'
import type { SkillContext } from '../core/skill.ts'
import { complete } from './complete.ts'

/** A text, or two that belong together, as a text model takes it. */
export async function textTensors(context: SkillContext, text: string, pair?: string): Promise<Tensors> {
  const { ids, attentionMask, tokenTypeIds } = (await context.tokenizer()).encode(text, pair)
  const wanted = new Set(context.session.inputs.map(({ name }) => name))
  const tensors: Record<string, Tensor> = {
    input_ids: row(ids),
    attention_mask: row(attentionMask),
    token_type_ids: row(tokenTypeIds),
  }
  if (wanted.has('decoder_input_ids')) tensors['decoder_input_ids'] = row([Number(context.config['decoder_start_token_id'] ?? 0)])
  return complete(context.session, tensors)
}

export function row(values: readonly number[]): Tensor {
  return { type: 'int64', dims: [1, values.length], data: BigInt64Array.from(values, BigInt) }
}
