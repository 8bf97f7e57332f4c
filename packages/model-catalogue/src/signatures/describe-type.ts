import { modelInputs, modelOutputs, parameterCount, parseModel, type ValueInfo } from '@vitest-hardware/onnx-graph'
import { buildGraphs } from '../graphs/build-graphs.ts'
import { seededInputs } from '../inputs/seeded-inputs.ts'
import { forTask, type ModelType } from '../model-type.ts'
import { type Asked, shows, traits } from '../traits/index.ts'
import { halfTolerance } from './half-precision.ts'
import { type GraphSignature, type HeadSignature, type TypeSignature, usualHalfTolerance } from './signature.ts'

/** Opens a graph to experiment on. */
export type Open = (bytes: Uint8Array) => Promise<Pick<Asked, 'run'>>

/**
 * Builds every head of a type and finds out what it is.
 * @param open null leaves out the traits, which take experiments
 */
export async function describeType(type: ModelType, open: Open | null): Promise<TypeSignature> {
  const heads: [string, HeadSignature][] = []
  for (const task of type.tasks) heads.push([task, await describeHead(forTask(type, task), open)])
  return {
    heads: Object.fromEntries(heads),
    operators: operatorsOf(type),
    transformersJs: type.transformersJs?.autoClass ?? null,
    halfPrecision: open === null ? usualHalfTolerance : await halfToleranceOf(type, open),
    note: type.note ?? null,
    quirk: type.quirk ?? null,
    configFields: Object.keys(type.config).sort(),
  }
}

function halfToleranceOf(type: ModelType, open: Open): Promise<number | null> {
  const { bytes } = buildGraphs(type, 0)[0]!
  return halfTolerance(parseModel(bytes, type.type), bytes, type.config, open)
}

async function describeHead(type: ModelType, open: Open | null): Promise<HeadSignature> {
  const [graph] = buildGraphs(type, 0)
  const model = parseModel(graph!.bytes, type.type)
  const declared = modelInputs(model)
  const signature: GraphSignature = { inputs: shapesOf(declared), outputs: shapesOf(modelOutputs(model)) }
  const inputs: Asked['inputs'] = (options) => seededInputs(declared, { ...options, config: type.config })
  const asked = open === null ? null : { run: (await open(graph!.bytes)).run, inputs }
  const shown: string[] = []
  for (const [name, trait] of Object.entries(traits)) {
    // an experiment that a graph refuses shows nothing
    if (asked !== null && trait.applies(signature) && shows(await trait.experiment(asked).catch(() => ({ same: 1, differs: 0 }))))
      shown.push(name)
  }
  return { architecture: type.config.architectures[0] ?? '', parameters: parameterCount(model), ...signature, traits: shown }
}

function shapesOf(values: readonly ValueInfo[]): GraphSignature['inputs'] {
  return Object.fromEntries(
    values.map(({ name, value }) => [
      name,
      value.kind === 'tensor' ? ([value.type, value.dims ?? []] as const) : (['sequence', []] as const),
    ]),
  )
}

/** How often each operator stands in the graph that a type runs by default, sorted by name. */
export function operatorsOf(type: ModelType): Record<string, number> {
  const counts = new Map<string, number>()
  const [graph] = buildGraphs(type, 0)
  for (const { opType } of parseModel(graph!.bytes, type.type).graph!.node) counts.set(opType, (counts.get(opType) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
