import { type Tensor, type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'
import type { Trait } from './trait.ts'
import { apart } from './tensors.ts'

const isBatch = (dim: number | string | undefined): boolean => typeof dim === 'string' && dim.startsWith('batch')

/** Answers each item of a batch as if it were alone. */
export const alone: Trait = {
  name: 'answers each item of a batch alone',
  applies: ({ inputs, outputs }) =>
    Object.values(inputs).every(([, shape]) => isBatch(shape[0])) && Object.values(outputs).some(([, shape]) => isBatch(shape[0])),
  async experiment(model) {
    const pair = model.inputs({ batch: 2 })
    const both = await model.run(pair)
    const single = await model.run(items(pair, 0))
    const shared = Object.keys(single).filter((name) => single[name]!.dims[0] === 1 && both[name]!.dims[0] === 2)
    const of = (tensor: Tensor): number[] => [...toNumbers(tensor)].filter((value) => Number.isFinite(value))
    const distances = shared.map((name) => apart(of(single[name]!), of(items(both, 0)[name]!)))
    const between = shared.map((name) => apart(of(items(both, 0)[name]!), of(items(both, 1)[name]!)))
    return { same: Math.max(0, ...distances), differs: Math.max(0, ...between) }
  },
}

/** One item of each tensor of a batch of two. */
function items(tensors: Tensors, index: number): Tensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => {
      if (tensor.dims[0] !== 2) return [name, tensor]
      const half = tensor.data.length / 2
      return [name, { ...tensor, dims: [1, ...tensor.dims.slice(1)], data: tensor.data.slice(index * half, (index + 1) * half) }]
    }),
  )
}
