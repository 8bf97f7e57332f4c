import type { Trait } from './trait.ts'
import { furthest, nearest, otherId, range, steps, withIds } from './tensors.ts'

/** A later token of the text that is being written changes itself, and nothing before it. */
export const causal: Trait = {
  name: 'is causal',
  applies: ({ inputs, outputs }) =>
    inputs['decoder_input_ids' in inputs ? 'decoder_input_ids' : 'input_ids']?.[1].length === 2 && outputs['logits']?.[1].length === 3,
  async experiment(model) {
    const inputs = model.inputs({ dims: { sequence: 8, decoder_sequence: 8 } })
    const written = 'decoder_input_ids' in inputs ? 'decoder_input_ids' : 'input_ids'
    const changed = withIds(inputs, written, (values) => (values[5] = otherId(values[5]!)))
    const [one, other] = [steps((await model.run(inputs))['logits']!), steps((await model.run(changed))['logits']!)]
    return { same: furthest(one, other, range(0, 5)), differs: nearest(one, other, [5]) }
  },
}
