import type { Trait } from './trait.ts'
import { furthest, nearest, otherId, range, steps, withIds } from './tensors.ts'

/** What a masked token says reaches no other token. */
export const masked: Trait = {
  name: 'ignores masked tokens',
  applies: ({ inputs, outputs }) =>
    inputs['input_ids']?.[1].length === 2 &&
    inputs['attention_mask']?.[1].length === 2 &&
    !('decoder_input_ids' in inputs) &&
    Object.values(outputs)[0]?.[1].length === 3,
  async experiment(model) {
    const all = model.inputs({ dims: { sequence: 8 } })
    const hidden = withIds(all, 'attention_mask', (values) => (values[7] = 0))
    const changed = withIds(hidden, 'input_ids', (values) => (values[7] = otherId(values[7]!)))
    const unmasked = withIds(all, 'input_ids', (values) => (values[7] = otherId(values[7]!)))
    const answers = await Promise.all(
      [hidden, changed, all, unmasked].map(async (feeds) => steps(Object.values(await model.run(feeds))[0]!)),
    )
    // the same change without the mask shows, at the token itself at least
    return { same: furthest(answers[0]!, answers[1]!, range(0, 7)), differs: nearest(answers[2]!, answers[3]!, [7]) }
  },
}
