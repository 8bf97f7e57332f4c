import { type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'
import type { Trait } from './trait.ts'
import { furthest, range, steps } from './tensors.ts'

/** In two steps, with what the first one leaves, gives the numbers of one. */
export const cached: Trait = {
  name: 'continues from its cache',
  applies: ({ inputs, outputs }) =>
    'past_key_values.0.key' in inputs && 'input_ids' in inputs && 'attention_mask' in inputs && outputs['logits']?.[1].length === 3,
  async experiment(model) {
    const whole = model.inputs({ dims: { sequence: 7 } })
    const expected = steps((await model.run(whole))['logits']!)
    const cut = (from: number, to: number): Tensors =>
      Object.fromEntries(
        Object.entries(whole).map(([name, tensor]) => {
          if (name === 'attention_mask') return [name, { ...tensor, dims: [1, to], data: (tensor.data as BigInt64Array).slice(0, to) }]
          const isBySequence = tensor.dims.at(-1) === 7 && !name.startsWith('past')
          if (!isBySequence) return [name, tensor]
          const rows = tensor.dims.slice(0, -1).reduce((product, dim) => product * dim, 1)
          const numbers = toNumbers(tensor)
          const kept = range(0, rows).flatMap((row) => [...numbers.subarray(row * 7 + from, row * 7 + to)])
          return [name, { ...tensor, dims: [...tensor.dims.slice(0, -1), to - from], data: BigInt64Array.from(kept, BigInt) }]
        }),
      )
    const first = await model.run(cut(0, 4))
    const past = Object.fromEntries(
      Object.entries(first)
        .filter(([name]) => name.startsWith('present'))
        .map(([name, tensor]) => [name.replace('present', 'past_key_values'), tensor]),
    )
    const second = await model.run({ ...cut(4, 7), ...past })
    const logits = [...steps(first['logits']!), ...steps(second['logits']!)]
    return { same: furthest(logits, expected, range(0, 7)), differs: Number.POSITIVE_INFINITY }
  },
}
