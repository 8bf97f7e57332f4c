import { parseModel, modelInputs, type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { buildGraphs } from '../../graphs/build-graphs.ts'
import { seededInputs } from '../../inputs/seeded-inputs.ts'
import { forTask, type ModelType } from '../../model-type.ts'
import { loadModelType } from '../../registry.ts'
import { floats, openModel, relativeDifference, type Runner } from '../../testing/run-model.ts'

const side = 32

async function open(type: ModelType, batch = 1): Promise<{ readonly runner: Runner; readonly inputs: Tensors }> {
  const { bytes } = buildGraphs(type, 0)[0]!
  const inputs = seededInputs(modelInputs(parseModel(bytes, type.type)), { config: type.config, batch })
  return { runner: await openModel(bytes), inputs }
}

/** The image with other pixels wherever a square of the given size is hidden. */
function withOther(pixels: ArrayLike<number>, square: number, isHidden: (index: number) => boolean): number[] {
  return Array.from(pixels, (value, index) => {
    const [row, column] = [Math.floor(index / side) % side, index % side]
    return isHidden(Math.floor(row / square) * (side / square) + Math.floor(column / square)) ? 1 - value : value
  })
}

test.each([
  ['vit_mae', 'feature-extraction', 8, 'last_hidden_state'],
  ['vit_mae', 'pretraining', 8, 'logits'],
  ['hiera', 'pretraining', 16, 'logits'],
])('%s for %s never looks at patches of much noise', async (name, task, square, output) => {
  const { runner, inputs } = await open(forTask(await loadModelType(name), task))
  const noise = [...toNumbers(inputs['noise']!)]
  const first = await runner.run(inputs)
  const ranks = noise.map((value) => noise.filter((other) => other < value).length)
  expect([...toNumbers(first['ids_restore']!)]).toEqual(ranks)
  const flags = [...toNumbers((first['mask'] ?? first['bool_masked_pos'])!)]
  const hidden = name === 'hiera' ? flags.map((flag) => flag === 0) : flags.map((flag) => flag === 1)
  const seen = hidden.filter((flag) => !flag).length
  hidden.forEach((flag, patch) => expect(flag).toBe(ranks[patch]! >= seen))

  const pixels = toNumbers(inputs['pixel_values']!)
  const runWith = async (isOther: (patch: number) => boolean): Promise<number> => {
    const changed = floats([1, 3, side, side], withOther(pixels, square, isOther))
    const other = await runner.run({ ...inputs, pixel_values: changed })
    return relativeDifference([...toNumbers(other[output]!)], [...toNumbers(first[output]!)])
  }
  expect(await runWith((patch) => hidden[patch]!)).toBeLessThan(1e-6)
  expect(await runWith((patch) => !hidden[patch]!)).toBeGreaterThan(1e-2)
})

test('Pixtral’s images do not see each other in their one sequence', async () => {
  const { runner, inputs } = await open(await loadModelType('pixtral'), 2)
  const both = [...toNumbers((await runner.run(inputs))['last_hidden_state']!)]
  const pixels = [...toNumbers(inputs['pixel_values']!)]
  const singles: number[] = []
  for (const image of [0, 1]) {
    const one = floats([1, 3, side, side], pixels.slice(image * 3 * side ** 2, (image + 1) * 3 * side ** 2))
    singles.push(...toNumbers((await runner.run({ pixel_values: one }))['last_hidden_state']!))
  }
  expect(relativeDifference(both, singles)).toBeLessThan(1e-5)
})
