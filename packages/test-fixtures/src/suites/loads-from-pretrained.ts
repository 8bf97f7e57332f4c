import { basename, dirname, relative } from 'node:path'
import { resolveModel } from '@vitest-hardware/model-catalogue'
import type { DataType, Tensors } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'
import { hardwareContext } from '../hardware-context.ts'
import type { ModelTestAPI } from '../model/model-test.ts'

export interface LoadsFromPretrained {
  /** Transformers.js' class that loads the folder. @default none: it does not know the type */
  readonly autoClass?: string
}

/** The model's folder, in the hub's layout, is found by this package's loader and by Transformers.js, with equal numbers. */
export function loadsFromPretrained(test: ModelTestAPI, { autoClass }: LoadsFromPretrained = {}): void {
  test('from_pretrained by folder', async ({ open, model, inputs, reference }) => {
    const found = await resolveModel(
      { hub: model.folder!, file: relative(model.folder!, model.path).replaceAll('\\', '/') },
      hardwareContext(),
    )
    expect(found.modelType).toBe(model.modelType)
    expect(found.path).toBe(model.path)
    expect(found.inputs()).toEqual(inputs)
    const loaded = await open(found.path)
    expect(await loaded.run(inputs)).toMatchOutputs(reference)
  })

  if (autoClass === undefined) return
  test(`from_pretrained by ${autoClass}`, async ({ backend, model, inputs, reference, skip }) => {
    skip(backend.name !== 'cpu' || backend.browser !== undefined, 'Transformers.js chooses its own backend: tried once, on cpu')
    const transformers = await import('@huggingface/transformers').catch(() => null)
    if (transformers === null) return skip('@huggingface/transformers is not installed')
    const { env, Tensor } = transformers
    Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, localModelPath: `${dirname(model.folder!)}/` })
    const Auto = (transformers as unknown as Readonly<Record<string, PretrainedClass>>)[autoClass]!
    const loaded = await Auto.from_pretrained(basename(model.folder!), { dtype: 'fp32', device: 'cpu', local_files_only: true })
    try {
      const feeds = Object.entries(inputs).map(([name, { type, data, dims }]) => [
        name,
        new Tensor(type as 'float32', data as Float32Array, [...dims]),
      ])
      const outputs = (await loaded(Object.fromEntries(feeds))) as Record<string, RuntimeTensor>
      const shared = Object.keys(reference).filter((name) => outputs[name]?.data !== undefined)
      expect(shared).not.toEqual([])
      const of = (name: string): Tensors[string] =>
        ({ type: outputs[name]!.type, data: outputs[name]!.data, dims: outputs[name]!.dims }) as Tensors[string]
      expect(Object.fromEntries(shared.map((name) => [name, of(name)]))).toMatchOutputs(
        Object.fromEntries(shared.map((name) => [name, reference[name]!])),
      )
    } finally {
      await loaded.dispose()
    }
  })
}

interface PretrainedClass {
  from_pretrained(name: string, options: Readonly<Record<string, unknown>>): Promise<PretrainedModel>
}

interface PretrainedModel {
  (inputs: Readonly<Record<string, unknown>>): Promise<unknown>
  dispose(): Promise<unknown>
}

interface RuntimeTensor {
  readonly type: DataType
  readonly data: unknown
  readonly dims: readonly number[]
}
