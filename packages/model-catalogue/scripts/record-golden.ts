/**
 * Records `golden/<type>/output_<i>.pb` of every registered type: seed 0, default inputs, onnxruntime-node on the CPU without optimisations.
 * `--check` records nothing and fails where an output is further than 1e-5 of its largest value from the recorded one. Type names restrict both.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeTensorFile, modelInputs, parseModel, type Tensor, type Tensors } from '@vitest-hardware/onnx-graph'
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node'
import { goldenFolder, goldenOutputs } from '../src/golden/golden-outputs.ts'
import { tensorDifference } from '../src/golden/tensor-difference.ts'
import { buildGraphs } from '../src/graphs/build-graphs.ts'
import { seededInputs } from '../src/inputs/seeded-inputs.ts'
import type { ModelType } from '../src/model-type.ts'
import { loadModelTypes } from '../src/registry.ts'

const tolerance = 1e-5
const isCheck = process.argv.includes('--check')
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

async function compute(type: ModelType): Promise<Tensors> {
  const [graph] = buildGraphs(type, 0)
  const inputs = seededInputs(modelInputs(parseModel(graph!.bytes, type.type)), { config: type.config })
  const session = await InferenceSession.create(graph!.bytes, { executionProviders: ['cpu'], graphOptimizationLevel: 'disabled' })
  const feeds = Object.fromEntries(
    Object.entries(inputs).map(([name, { type: dtype, data, dims }]) => [
      name,
      new OrtTensor(dtype as 'float32', data as Float32Array, dims),
    ]),
  )
  const outputs = await session.run(feeds)
  const named = session.outputNames.map((name): [string, Tensor] => {
    const { type: dtype, dims, data } = outputs[name]!
    return [name, { type: dtype, dims, data: data }]
  })
  await session.release()
  return Object.fromEntries(named)
}

function record(type: string, outputs: Tensors): void {
  const folder = join(goldenFolder, type)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  Object.entries(outputs).forEach(([name, tensor], index) =>
    writeFileSync(join(folder, `output_${index}.pb`), encodeTensorFile(tensor, name)),
  )
}

let failures = 0
const types = await loadModelTypes()
for (const type of types.filter((known) => chosen.length === 0 || chosen.includes(known.type))) {
  const outputs = await compute(type)
  const expected = await goldenOutputs(type.type)
  const { name, relative } = expected === null ? { name: null, relative: Number.POSITIVE_INFINITY } : tensorDifference(outputs, expected)
  if (isCheck && relative > tolerance) {
    failures++
    console.error(
      `${type.type}: ${expected === null ? 'nothing is recorded' : `output ${JSON.stringify(name)} differs by ${relative.toExponential(1)} of its largest value`}`,
    )
  }
  // bytes stay as they are where the numbers say the same, so that another machine's last bits change no file
  if (!isCheck && relative > tolerance) {
    record(type.type, outputs)
    console.log(`${type.type}: recorded`)
  }
}
const names = new Set(types.map(({ type }) => type))
for (const stale of existsSync(goldenFolder) ? readdirSync(goldenFolder).filter((name) => !names.has(name)) : []) {
  if (isCheck) {
    failures++
    console.error(`${stale}: recorded, but no such type is registered`)
  } else rmSync(join(goldenFolder, stale), { recursive: true })
}
if (failures > 0) {
  console.error('if the change is meant, run: node scripts/record-golden.ts')
  process.exitCode = 1
}
