import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveModel } from '@vitest-hardware/model-catalogue'
import { encodeModel, parseModel } from '@vitest-hardware/onnx-graph'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hardwareContext } from '../hardware-context.ts'
import './matchers.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graphs-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The usual mistake of converters: a model of epsilon 1e-12 with the default of the operator. */
async function withEpsilon(type: string, from: number, to: number): Promise<string> {
  const { path } = await resolveModel({ model: type }, hardwareContext())
  const model = parseModel(await readFile(path), path)
  let changed = 0
  for (const { attribute } of model.graph!.node) {
    for (const each of attribute) {
      if (each.name === 'epsilon' && Math.abs(each.f - from) <= from / 1000) {
        each.f = to
        changed += 1
      }
    }
  }
  expect(changed).toBeGreaterThan(0)
  const copy = join(folder, `${type}-${to}.onnx`)
  await writeFile(copy, encodeModel(model))
  return copy
}

test.each([
  ['bert', 1e-12],
  ['vit', 1e-12],
  ['distilbert', 1e-12],
  ['convnext', 1e-6],
  ['deberta-v2', 1e-7],
] as const)('an epsilon of %s that outputs do not show is named', async (type, epsilon) => {
  const copy = await withEpsilon(type, epsilon, 1e-5)
  await expect(expect(copy).toHaveGraphOf({ model: type })).rejects.toThrow(/epsilon is 0\.00001, expected (1e-|0\.000001)/)
  await expect(copy).not.toHaveGraphOf({ model: type })
})

test('a model has its own graph, by path or by name', async () => {
  const model = await resolveModel({ model: 'bert' }, hardwareContext())
  await expect(model).toHaveGraphOf({ model: 'bert' })
  await expect(model.path).toHaveGraphOf(model)
})
