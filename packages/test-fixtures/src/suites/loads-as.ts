import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parameterCount, parseModel } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'
import type { ModelTestAPI } from '../model/model-test.ts'

export interface LoadsAs {
  /** Upstream's class, as the folder's `config.json` names it. */
  readonly architecture: string
  /** Numbers in all weights of the graph. */
  readonly parameters: number
}

/** The model loads, and is of the class and size that it should be. */
export function loadsAs(test: ModelTestAPI, { architecture, parameters }: LoadsAs): void {
  test(`loads as ${architecture}`, async ({ session, model }) => {
    expect(session.inputs.length).toBeGreaterThan(0)
    const bytes = await readFile(model.path)
    expect(parameterCount(parseModel(bytes, model.name))).toBe(parameters)
    const config = JSON.parse(await readFile(join(model.folder!, 'config.json'), 'utf8')) as { readonly architectures: readonly string[] }
    expect(config.architectures).toEqual([architecture])
  })
}
