import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from '@bufbuild/protobuf'
import { encodeModel, GraphBuilder } from '@vitest-hardware/onnx-graph'
import { StringStringEntryProtoSchema, TensorProto_DataLocation } from 'onnx-buf'
import type { Backend } from '../backend.ts'
import { ModelLoadError } from '../errors.ts'
import type { TestFramework } from './framework.ts'
import { floats, valuesOf } from './models.ts'

/** `y = x + w` with `w` in the file `weights.bin`: the model's bytes and the weight's. */
function splitModel(): { readonly model: Uint8Array; readonly weights: Uint8Array } {
  const graph = new GraphBuilder({ name: 'split' })
  const values = Array.from({ length: 64 }, (_, index) => index)
  const sum = graph.node('Add', [graph.input('x', 'float32', [64]), graph.weight('w', floats([64], ...values))])
  graph.output('y', sum, 'float32', [64])
  const proto = graph.build()
  const weight = proto.graph!.initializer[0]!
  const weights = weight.rawData
  weight.rawData = new Uint8Array(0)
  weight.dataLocation = TensorProto_DataLocation.EXTERNAL
  const entries = { location: 'weights.bin', offset: '0', length: String(weights.length) }
  weight.externalData = Object.entries(entries).map(([key, value]) => create(StringStringEntryProtoSchema, { key, value }))
  return { model: encodeModel(proto), weights }
}

export function externalDataCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  if (!backend.capabilities.externalData) return

  const inFolder = async (body: (path: string, folder: string) => Promise<void>): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'conformance-'))
    try {
      await writeFile(join(folder, 'model.onnx'), splitModel().model)
      await body(join(folder, 'model.onnx'), folder)
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  describe('external data', () => {
    test('is found beside the model', () =>
      inFolder(async (path, folder) => {
        await writeFile(join(folder, 'weights.bin'), splitModel().weights)
        await using session = await backend.open({ path })
        const { y } = await session.run({ x: floats([64], ...Array.from({ length: 64 }, () => 1)) })
        expect(valuesOf(y)).toEqual(Array.from({ length: 64 }, (_, index) => index + 1))
      }))

    for (const [name, weights] of [
      ['missing', null],
      ['truncated', splitModel().weights.subarray(0, 100)],
    ] as const) {
      test(`that is ${name} is named`, () =>
        inFolder(async (path, folder) => {
          if (weights !== null) await writeFile(join(folder, 'weights.bin'), weights)
          const error = await backend.open({ path }).catch((thrown: unknown) => thrown)
          expect(error instanceof ModelLoadError ? error.failure : error).toBe('missing-external-data')
          if (weights === null && error instanceof ModelLoadError) expect(error.message).toMatch(/weights\.bin/)
        }))
    }
  })
}
