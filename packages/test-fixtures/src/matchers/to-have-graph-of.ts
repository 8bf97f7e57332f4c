import { readFile } from 'node:fs/promises'
import { type ModelRequest, type ResolvedModel, resolveModel } from '@vitest-hardware/model-catalogue'
import { graphDifferences, parseModel } from '@vitest-hardware/onnx-graph'
import { hardwareContext } from '../hardware-context.ts'

/** A model whose graph is meant: as a test has it, as `modelTest` takes it, or a file. */
export type GraphSource = ResolvedModel | ModelRequest | string

/** Whether two models are the same graph, and what differs where they are not. */
export async function toHaveGraphOf(
  received: unknown,
  expected: GraphSource,
): Promise<{ readonly pass: boolean; readonly message: () => string }> {
  const [actual, wanted] = await Promise.all([graphOf(received as GraphSource), graphOf(expected)])
  const lines = graphDifferences(actual.model, wanted.model)
  return {
    pass: lines.length === 0,
    message: () =>
      lines.length === 0
        ? `${actual.name} has the graph of ${wanted.name}`
        : `${actual.name} is another graph than ${wanted.name}:\n${lines.map((line) => `  ${line}`).join('\n')}`,
  }
}

async function graphOf(source: GraphSource) {
  const context = hardwareContext()
  const { path, name } =
    typeof source === 'string'
      ? await resolveModel({ file: source }, context)
      : 'path' in source
        ? source
        : await resolveModel(source, context)
  return { name, model: parseModel(await readFile(path), path) }
}
