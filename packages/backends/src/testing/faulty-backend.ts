import type { Tensor, Tensors } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'
import type { Backend, Session } from '../backend.ts'
import { cpu } from '../backends/cpu.ts'
import { conformanceKit } from '../conformance/kit.ts'

/** Runs the kit, or its one test of that name, without a test runner; the names of the tests that failed. */
export async function failures(backend: Backend, only?: string): Promise<string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = []
  conformanceKit(backend, { describe: (_, body) => body(), test: (name, body) => tests.push({ name, body }), expect })
  const failed: string[] = []
  for (const { name, body } of tests.filter((each) => only === undefined || each.name === only)) await body().catch(() => failed.push(name))
  return failed
}

/** The real backend whose answers are changed. */
export function answering(change: (outputs: Tensors, feeds: Tensors, run: number) => Tensors | void): Backend {
  return faulty((session) => {
    let runs = 0
    return {
      run: async (feeds) => {
        const outputs = await session.run(feeds)
        runs += 1
        return change(outputs, feeds, runs) ?? outputs
      },
    }
  })
}

/** The real backend with another kernel for one operator's two float32 inputs, where the model is that operator alone. */
export function computing(kernel: (a: Tensor, b: Tensor | undefined, right: Tensor) => Float32Array): Backend {
  return answering((outputs, feeds) => {
    const [right] = Object.values(outputs)
    const [a, b] = Object.values(feeds)
    if (right === undefined || Object.keys(outputs).length !== 1 || right.type !== 'float32' || a?.type !== 'float32') return undefined
    return { [Object.keys(outputs)[0]!]: { ...right, data: kernel(a, b, right) } }
  })
}

export const numbersOf = ({ data }: Tensor): number[] => Array.from(data as Float32Array)

/** The real backend with one thing wrong. */
export function faulty(change: (session: Session) => Partial<Session>): Backend {
  return {
    ...cpu,
    async open(model, options) {
      const session = await cpu.open(model, options)
      const whole: Session = {
        backend: session.backend,
        inputs: session.inputs,
        outputs: session.outputs,
        load: session.load,
        run: (feeds) => session.run(feeds),
        [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
      }
      return { ...whole, ...change(session) }
    },
  }
}

/** Every float32 number of every output, changed. */
export function everyNumber(outputs: Tensors, change: (value: number, index: number) => number): void {
  for (const { data } of Object.values(outputs)) {
    if (data instanceof Float32Array) data.forEach((value, index) => (data[index] = change(value, index)))
  }
}

/** The same in one output, where the model has it. */
export function onlyOf(outputs: Tensors, name: string, change: (value: number, index: number) => number): void {
  const output = outputs[name]
  if (output !== undefined) everyNumber({ [name]: output }, change)
}
