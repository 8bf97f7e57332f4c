import { readFile } from 'node:fs/promises'
import { parseModel } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'
import type { ModelTestAPI } from '../model/model-test.ts'

/** How often each operator stands in the graph: what tells one architecture from another, whatever its weights are. */
export function isMadeOf(test: ModelTestAPI, operators: Readonly<Record<string, number>>): void {
  test('is made of these operators', async ({ model }) => {
    const counts: Record<string, number> = {}
    for (const { opType } of parseModel(await readFile(model.path), model.name).graph!.node) counts[opType] = (counts[opType] ?? 0) + 1
    expect(counts).toEqual(operators)
  })
}
