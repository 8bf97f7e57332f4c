import type { Session } from '@vitest-hardware/backends'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'
import type { ModelTestAPI } from '../model/model-test.ts'

/** Shape of each output; a free dimension by its name. */
export type OutputShapes = Readonly<Record<string, readonly (number | string)[]>>

/** How far a backend's numbers may lie from the reference, where it is not the default by element type; as `toMatchOutputs` takes it. */
export type Tolerances = Readonly<Partial<Record<string, number>>>

/**
 * Backends that compute float32 models in less: matrix units round to TF32's 10 bits of mantissa unless they are told not to, and mobile accelerators
 * compute in float16.
 */
const usualTolerances: Tolerances = { cuda: 5e-3, rocm: 5e-3, coreml: 1e-2, qnn: 1e-2 }

/** The outputs have these shapes, for the default inputs and for a batch of three with other lengths, and their numbers are the reference's. */
export function answers(test: ModelTestAPI, shapes: OutputShapes, tolerances: Tolerances = {}): void {
  test(`gives ${Object.keys(shapes).join(', ')} as the reference does`, async ({ backend, session, inputs, reference }) => {
    const outputs = await session.run(inputs)
    expectShapes(outputs, shapes, session, inputs)
    expect(outputs).toMatchOutputs(reference, optionsFor(tolerances[backend.name] ?? usualTolerances[backend.name]))
  })

  test('takes a batch of three and other lengths', async ({ session, model }) => {
    const inputs = model.inputs({ batch: 3, dims: { sequence: 5, encoder_sequence: 6, decoder_sequence: 4, past: 2 } })
    expectShapes(await session.run(inputs), shapes, session, inputs)
  })
}

function expectShapes(outputs: Tensors, shapes: OutputShapes, session: Session, inputs: Tensors): void {
  const sizes = new Map<string, number>()
  for (const { name, value } of session.inputs) {
    if (value.kind === 'tensor')
      value.dims?.forEach((dim, axis) => typeof dim === 'string' && sizes.set(dim, inputs[name]?.dims[axis] ?? Number.NaN))
  }
  for (const [name, shape] of Object.entries(shapes)) {
    const dims = outputs[name]?.dims ?? []
    // a dimension that only outputs have follows from the computation: the reference has checked it
    expect(dims, name).toEqual(shape.map((dim, axis) => (typeof dim === 'number' ? dim : (sizes.get(dim) ?? dims[axis]))))
  }
}

function optionsFor(tolerance: number | undefined): { readonly tolerance?: number } {
  return tolerance === undefined ? {} : { tolerance }
}
