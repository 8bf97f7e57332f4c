import { encodeModel, modelInputs, parseModel, type Tensor, type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { seededInputs } from '../inputs/seeded-inputs.ts'
import { seededNormal } from '../random.ts'
import { floats, graphsOf, ids, openModel, openType, relativeDifference, steps } from '../testing/run-model.ts'
import { studiedTypes } from '../testing/studied-types.ts'

const families = ['vision', 'vision-text', 'speech', 'diffusion']
const types = studiedTypes.filter(({ facts }) => families.includes(facts.family))
const typeOf = (name: string) => studiedTypes.find(({ type }) => type.type === name)!.type
const same = 1e-5
const differs = 1e-3

function modelOf(type: string, graph?: string) {
  const graphs = graphsOf(typeOf(type))
  return parseModel((graphs.find(({ name }) => name === graph) ?? graphs[0]!).bytes, type)
}

function inputsOf(type: string, batch: number, graph?: string, dims: Readonly<Record<string, number>> = {}): Tensors {
  return seededInputs(modelInputs(modelOf(type, graph)), { config: typeOf(type).config, batch, dims })
}

const open = (type: string, graph?: string) => openType(typeOf(type), graph === undefined ? {} : { graph })
const values = (tensor: Tensor | undefined): number[] => [...toNumbers(tensor!)]
const difference = (a: Tensor | undefined, b: Tensor | undefined): number => relativeDifference(values(a), values(b))

/** An int64 tensor with one id replaced by another one. */
function withId(tensor: Tensor | undefined, index: number): Tensor {
  const list = values(tensor)
  list[index] = (list[index]! % 100) + 1
  return ids(tensor!.dims, list)
}

/** The same numbers, and others in the second half of the batch. */
function withOtherItems(tensor: Tensor): Tensor {
  const list = values(tensor)
  const half = list.length / 2
  const noise = seededNormal('other', half)
  return floats(
    tensor.dims,
    list.map((value, index) => (index < half ? value : noise[index - half]!)),
  )
}

describe.each(types.map(({ type, facts }) => [type.type, type, facts.family] as const))('%s', (name, type, family) => {
  test('answers the first item of a batch alike, whatever the second is, and tells images or sounds apart', async () => {
    const runner = await openType(type)
    const inputs = inputsOf(name, 2)
    const [main, tensor] = Object.entries(inputs).find(([, { type: dtype }]) => dtype === 'float32')!
    const before = await runner.run(inputs)
    const after = await runner.run({ ...inputs, [main]: withOtherItems(tensor) })
    const output = family === 'vision-text' ? 'image_embeds' : Object.keys(before)[0]!
    const [old, next] = [values(before[output]), values(after[output])]
    const half = old.length / 2
    expect(relativeDifference(next.slice(0, half), old.slice(0, half))).toBeLessThan(same)
    expect(relativeDifference(next.slice(half), old.slice(half))).toBeGreaterThan(differs)
  })
})

describe.each(['clip', 'siglip'])('%s', (type) => {
  test('scores two images against three texts; another text changes its own scores alone', async () => {
    const runner = await open(type)
    const inputs = inputsOf(type, 2, undefined, { text_batch_size: 3 })
    const length = inputs['input_ids']!.dims[1]!
    const before = await runner.run(inputs)
    const after = await runner.run({ ...inputs, input_ids: withId(inputs['input_ids'], length) })
    const [old, next] = [values(before['logits_per_image']), values(after['logits_per_image'])]
    expect(before['logits_per_image']!.dims).toEqual([2, 3])
    expect(old.map((value, index) => Math.abs(next[index]! - value) > differs)).toEqual([false, true, false, false, true, false])
    const perText = values(before['logits_per_text'])
    expect([0, 2, 4, 1, 3, 5].map((index) => perText[index])).toEqual(old)
    for (const embed of ['text_embeds', 'image_embeds']) {
      const [rows, size] = before[embed]!.dims as [number, number]
      for (let row = 0; row < rows; row++)
        expect(Math.hypot(...values(before[embed]).slice(row * size, (row + 1) * size))).toBeCloseTo(1, 5)
    }
  })
})

test('clip reads a text up to its first end, from the left', async () => {
  const runner = await open('clip', 'text_model')
  const [end, length] = [127, 6]
  const inputs = { input_ids: ids([1, length], [126, 20, 30, end, 40, 50]) }
  const before = await runner.run(inputs)
  const behind = await runner.run({ input_ids: withId(inputs.input_ids, 4) })
  const within = await runner.run({ input_ids: withId(inputs.input_ids, 1) })
  expect(difference(behind['text_embeds'], before['text_embeds'])).toBeLessThan(same)
  expect(difference(behind['last_hidden_state'], before['last_hidden_state'])).toBeGreaterThan(differs)
  expect(difference(within['text_embeds'], before['text_embeds'])).toBeGreaterThan(differs)
})

test('siglip reads a text in both directions', async () => {
  const runner = await open('siglip', 'text_model')
  const inputs = inputsOf('siglip', 1, 'text_model', { sequence: 5 })
  const first = (tensors: Tensors): number[] => steps(tensors['last_hidden_state']!, 0)[0]!
  const [before, after] = [await runner.run(inputs), await runner.run({ input_ids: withId(inputs['input_ids'], 4) })]
  expect(relativeDifference(first(after), first(before))).toBeGreaterThan(differs)
})

describe('whisper', () => {
  test('hears all of the sound, and reads its own words from the left', async () => {
    const runner = await open('whisper')
    const inputs = inputsOf('whisper', 1)
    const before = steps((await runner.run(inputs))['logits']!, 0)
    const other = steps((await runner.run({ ...inputs, decoder_input_ids: withId(inputs['decoder_input_ids'], 4) }))['logits']!, 0)
    before.forEach((step, index) =>
      index < 4
        ? expect(relativeDifference(other[index]!, step)).toBeLessThan(same)
        : expect(relativeDifference(other[index]!, step)).toBeGreaterThan(differs),
    )
    const features = inputs['input_features']!
    const lastFrame = floats(
      features.dims,
      values(features).map((value, index) => (isLastOf(index, features.dims[2]!) ? value + 1 : value)),
    )
    const heard = steps((await runner.run({ ...inputs, input_features: lastFrame }))['logits']!, 0)
    expect(relativeDifference(heard[0]!, before[0]!)).toBeGreaterThan(1e-4)
  })

  test('says by encoder and cache, a word at a time, what the whole graph says', async () => {
    const inputs = inputsOf('whisper', 1)
    const whole = steps((await (await open('whisper')).run(inputs))['logits']!, 0)
    const encoded = await (await open('whisper', 'encoder_model')).run({ input_features: inputs['input_features']! })
    const decoder = await open('whisper', 'decoder_model_merged')
    let cache = Object.fromEntries(
      Object.entries(inputsOf('whisper', 1, 'decoder_model_merged')).filter(([name]) => name.startsWith('past')),
    )
    for (const [index, id] of values(inputs['decoder_input_ids']).entries()) {
      const outputs = await decoder.run({ input_ids: ids([1, 1], [id]), encoder_hidden_states: encoded['last_hidden_state']!, ...cache })
      expect(relativeDifference(values(outputs['logits']), whole[index]!)).toBeLessThan(1e-4)
      cache = Object.fromEntries(Object.keys(cache).map((name) => [name, outputs[name.replace('past_key_values', 'present')]!]))
    }
  })
})

describe('stable-diffusion', () => {
  test('every skip connection carries something', async () => {
    const inputs = inputsOf('stable-diffusion', 1)
    const before = await (await open('stable-diffusion')).run(inputs)
    const skips = modelOf('stable-diffusion')
      .graph!.node.filter(({ opType, name }) => opType === 'Concat' && name.includes('up_blocks'))
      .map(({ name }) => name)
    // the first convolution, a residual block of each level, and the strided convolution between the levels
    expect(skips).toHaveLength(4)
    for (const skip of skips) {
      const model = modelOf('stable-diffusion')
      const index = model.graph!.node.findIndex(({ name }) => name === skip)
      const concat = model.graph!.node[index]!
      const carried = concat.input[1]!
      model.graph!.node.splice(index, 0, {
        ...concat,
        name: 'cut',
        opType: 'Sub',
        input: [carried, carried],
        output: ['nothing'],
        attribute: [],
      })
      concat.input[1] = 'nothing'
      const cut = await (await openModel(encodeModel(model))).run(inputs)
      expect(difference(cut['out_sample'], before['out_sample']), skip).toBeGreaterThan(differs)
    }
    // five sessions of 550 nodes: more than the usual limit where other work shares the processor
  }, 60_000)

  test.each([
    [
      'timestep',
      (tensor: Tensor) =>
        ids(
          tensor.dims,
          values(tensor).map((step) => (step + 500) % 1000),
        ),
    ],
    [
      'encoder_hidden_states',
      (tensor: Tensor) =>
        floats(
          tensor.dims,
          values(tensor).map((value) => -value),
        ),
    ],
  ] as const)('follows its %s', async (input, change) => {
    const runner = await open('stable-diffusion')
    const inputs = inputsOf('stable-diffusion', 1)
    const [before, after] = [await runner.run(inputs), await runner.run({ ...inputs, [input]: change(inputs[input]!) })]
    expect(difference(after['out_sample'], before['out_sample'])).toBeGreaterThan(0.01)
  })

  test('takes other sizes than its usual one', async () => {
    const inputs = inputsOf('stable-diffusion', 1, undefined, { height: 8, width: 24 })
    expect((await (await open('stable-diffusion')).run(inputs))['out_sample']!.dims).toEqual([1, 4, 8, 24])
  })
})

test('dit follows its class', async () => {
  const runner = await open('dit')
  const inputs = inputsOf('dit', 1)
  const other = ids([1], [(values(inputs['class_labels'])[0]! + 1) % 16])
  const [before, after] = [await runner.run(inputs), await runner.run({ ...inputs, class_labels: other })]
  expect(difference(after['out_sample'], before['out_sample'])).toBeGreaterThan(0.01)
})

function isLastOf(index: number, length: number): boolean {
  return (index + 1) % length === 0
}
