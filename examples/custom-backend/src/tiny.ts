import { cpus } from 'node:os'
import { defineBackend } from '@vitest-hardware/backends'
import { decodeTensor, parseModel, type Tensor } from '@vitest-hardware/onnx-graph'
import { operators } from './operators.ts'

/** A few operators in plain TypeScript. The name is `vendor/name`: it can never be mistaken for a built-in backend. */
export const tiny = defineBackend({
  name: 'example/tiny',
  capabilities: { dtypes: ['float32', 'int64'], precisions: ['fp32'], blocking: true },
  operators: Object.keys(operators),
  detect: () => ({
    available: true,
    device: cpus()[0]?.model ?? 'processor',
    deviceKind: 'cpu',
    runtime: 'custom-backend',
    runtimeVersion: '1.0.0',
  }),
  load({ bytes }) {
    const { node: nodes, initializer, output } = parseModel(bytes, 'the model').graph!
    const weights = initializer.map((weight): [string, Tensor] => [weight.name, decodeTensor(weight)])
    return {
      run(feeds) {
        const values = new Map([...Object.entries(feeds), ...weights])
        for (const node of nodes) {
          const axis = Number(node.attribute.find(({ name }) => name === 'axis')?.i ?? -1)
          values.set(
            node.output[0]!,
            operators[node.opType]!(
              node.input.map((name) => values.get(name)!),
              axis,
            ),
          )
        }
        // copies: an output may be an input or a weight itself
        return Object.fromEntries(output.map(({ name }) => [name, copy(values.get(name)!)]))
      },
    }
  },
})

function copy({ type, dims, data }: Tensor): Tensor {
  return { type, dims: [...dims], data: data.slice() }
}
