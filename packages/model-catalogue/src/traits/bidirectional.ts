import type { Trait } from './trait.ts'
import { nearest, otherId, steps, withIds } from './tensors.ts'

/** A later token changes the first one. */
export const bidirectional: Trait = {
  name: 'sees both ways',
  applies: ({ inputs, outputs }) =>
    inputs['input_ids']?.[1].length === 2 && !('decoder_input_ids' in inputs) && Object.values(outputs)[0]?.[1].length === 3,
  async experiment(model) {
    const inputs = model.inputs({ dims: { sequence: 8 } })
    const changed = withIds(inputs, 'input_ids', (values) => (values[5] = otherId(values[5]!)))
    const [one, other] = await Promise.all([inputs, changed].map(async (feeds) => steps(Object.values(await model.run(feeds))[0]!)))
    return { same: 0, differs: nearest(one!, other!, [0]) }
  },
}
