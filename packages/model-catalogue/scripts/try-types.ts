/**
 * Builds and runs every head of the named types (all where none is named) on the CPU, and prints one line for each: parameters, nodes, inputs, outputs,
 * or what is wrong. For whoever adds a type; the tests ask for more.
 */
import { checkModel, modelInputs, modelOutputs, parameterCount, parseModel, toNumbers } from '@vitest-hardware/onnx-graph'
import { modelTypeFacts } from '../src/facts.ts'
import { buildGraphs } from '../src/graphs/build-graphs.ts'
import { seededInputs } from '../src/inputs/seeded-inputs.ts'
import { forTask, type ModelType } from '../src/model-type.ts'
import { loadModelType, modelTypes } from '../src/registry.ts'
import { openModel } from '../src/testing/run-model.ts'

const dimsToTry = [
  { batch: 1, dims: {} },
  { batch: 2, dims: { sequence: 7 } },
]

async function tryHead(type: ModelType): Promise<string> {
  const lines: string[] = []
  for (const { name, bytes } of buildGraphs(type, 0)) {
    const model = parseModel(bytes, name)
    const problems = checkModel(model).map((problem) => JSON.stringify(problem))
    const runner = await openModel(bytes)
    const shapes: string[] = []
    for (const { batch, dims } of dimsToTry) {
      const outputs = await runner.run(seededInputs(modelInputs(model), { config: type.config, batch, dims }))
      for (const { name: output, value } of modelOutputs(model)) {
        const { dims: shape } = outputs[output]!
        const declared = value.kind === 'tensor' ? (value.dims ?? []) : []
        const isDeclared = declared.length === shape.length && declared.every((dim, axis) => typeof dim === 'string' || dim === shape[axis])
        if (!isDeclared) problems.push(`${output} is [${shape.join()}], declared [${declared.join()}]`)
        if (!toNumbers(outputs[output]!).every(Number.isFinite)) problems.push(`${output} is not finite`)
        const numbers = toNumbers(outputs[output]!)
        if (numbers.length > 1 && numbers.every((number) => number === numbers[0])) problems.push(`${output} is constant`)
        if (batch === 1 && !output.startsWith('present')) shapes.push(`${output}[${declared.join()}]`)
      }
    }
    if (bytes.length >= 2 ** 20) problems.push(`${bytes.length} bytes, over 1 MiB`)
    const inputs = modelInputs(model)
      .map((input) => input.name)
      .filter((input) => !input.startsWith('past'))
    lines.push(
      `  ${name}: ${parameterCount(model)} parameters, ${model.graph!.node.length} nodes; ${inputs.join(' ')} → ${shapes.join(' ')}${problems.length === 0 ? '' : `\n    WRONG: ${problems.join('; ')}`}`,
    )
  }
  return lines.join('\n')
}

const chosen = process.argv.slice(2)
let failures = 0
for (const name of chosen.length > 0 ? chosen : modelTypes().map(({ type }) => type)) {
  const facts = modelTypeFacts().find(({ type }) => type === name)
  const type = await loadModelType(name)
  const missing = new Set(facts?.heads.map(({ task }) => task))
  for (const task of type.tasks) {
    missing.delete(task)
    const report = await tryHead(forTask(type, task)).catch((error: unknown) => `    WRONG: ${String(error)}`)
    if (report.includes('WRONG')) failures++
    console.log(`${name} ${task}\n${report}`)
  }
  if (missing.size > 0) console.log(`  heads that upstream has besides: ${[...missing].join(', ')}`)
}
if (failures > 0) {
  console.error(`${failures} heads are wrong`)
  process.exitCode = 1
}
