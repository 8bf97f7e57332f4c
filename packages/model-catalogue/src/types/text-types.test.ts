import type { Family } from '@vitest-hardware/contracts'
import { modelInputs, parseModel, type Tensors } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { seededInputs } from '../inputs/seeded-inputs.ts'
import type { ModelType } from '../model-type.ts'
import { graphsOf, ids, openType, relativeDifference, steps } from '../testing/run-model.ts'
import { studiedTypes } from '../testing/studied-types.ts'

const textFamilies = new Set<Family>(['encoder-only', 'decoder-only', 'encoder-decoder', 'mixture-of-experts', 'state-space'])
const named = (types: readonly ModelType[]) => types.map((type) => [type.type, type] as const)
const familyOf = new Map(studiedTypes.map(({ type, facts }) => [type, facts.family]))
const textTypes = studiedTypes.filter(({ facts }) => textFamilies.has(facts.family)).map(({ type }) => type)
const isCausal = ({ tasks }: ModelType): boolean => tasks[0] === 'text-generation'
const inputNames = (type: ModelType): string[] => declared(type).map(({ name }) => name)

function declared(type: ModelType, graph = 0) {
  return modelInputs(parseModel(graphsOf(type)[graph]!.bytes, type.type))
}

/** Seeded inputs of `length` tokens with some values of batch item 0 replaced. */
function inputsOf(type: ModelType, length: number, batch = 1): Record<string, Tensors[string]> {
  return {
    ...seededInputs(declared(type), {
      config: type.config,
      batch,
      dims: { sequence: length, encoder_sequence: length, decoder_sequence: length },
    }),
  }
}

function withIds(inputs: Tensors, name: string, change: (values: number[]) => void): Tensors {
  const tensor = inputs[name]!
  const values = Array.from(tensor.data as BigInt64Array, Number)
  change(values)
  return { ...inputs, [name]: ids(tensor.dims, values) }
}

const same = 1e-5
const differs = 1e-3

describe.each(named(textTypes))('%s', (_, type) => {
  test('answers each item of a batch as if it were alone', async () => {
    const runner = await openType(type)
    const pair = inputsOf(type, 6, 2)
    const both = (await runner.run(pair))['logits']!
    for (const item of [0, 1]) {
      const alone = Object.fromEntries(
        Object.entries(pair).map(([name, { type: dtype, dims, data }]) => {
          const part = (data as BigInt64Array | Float32Array).length / 2
          return [name, { type: dtype, dims: [1, ...dims.slice(1)], data: (data as BigInt64Array).slice(item * part, (item + 1) * part) }]
        }),
      )
      const logits = (await runner.run(alone))['logits']!
      expect(relativeDifference(steps(logits, 0).flat(), steps(both, item).flat())).toBeLessThan(same)
    }
  })

  test('depends on the order of its tokens', async () => {
    const name = type.config['is_encoder_decoder'] === true ? 'decoder_input_ids' : 'input_ids'
    const runner = await openType(type)
    const forth = withIds(inputsOf(type, 6), name, (values) => values.splice(0, 6, 20, 40, 60, 80, 100, 120))
    const back = withIds(forth, name, (values) => values.splice(0, 4, 80, 60, 40, 20))
    const [first, second] = [steps((await runner.run(forth))['logits']!, 0), steps((await runner.run(back))['logits']!, 0)]
    expect(relativeDifference(first[5]!, second[5]!)).toBeGreaterThan(differs)
  })
})

describe.each(named(textTypes.filter((type) => inputNames(type).includes('attention_mask'))))('%s with masked tokens', (_, type) => {
  test.each(['right', 'left'])('ignores tokens that are masked on the %s', async (side) => {
    const runner = await openType(type)
    const length = 8
    const [hidden, kept] =
      side === 'right'
        ? [
            [6, 7],
            [0, 1, 2, 3, 4, 5],
          ]
        : [
            [0, 1],
            [2, 3, 4, 5, 6, 7],
          ]
    const masked = withIds(inputsOf(type, length), 'attention_mask', (values) => hidden.forEach((index) => (values[index] = 0)))
    const changed = withIds(masked, 'input_ids', (values) => hidden.forEach((index) => (values[index] = values[index] === 50 ? 51 : 50)))
    const [one, other] = [steps((await runner.run(masked))['logits']!, 0), steps((await runner.run(changed))['logits']!, 0)]
    const seen = familyOf.get(type) === 'encoder-decoder' ? [...one.keys()] : kept
    for (const index of seen) expect(relativeDifference(other[index]!, one[index]!)).toBeLessThan(same)
  })

  test('is changed by masking a token that the last one sees', async () => {
    const runner = await openType(type)
    const all = inputsOf(type, 8)
    const fewer = withIds(all, 'attention_mask', (values) => (values[3] = 0))
    const [one, other] = [steps((await runner.run(all))['logits']!, 0), steps((await runner.run(fewer))['logits']!, 0)]
    expect(relativeDifference(other[7]!, one[7]!)).toBeGreaterThan(differs)
  })
})

describe.each(named(textTypes.filter(isCausal)))('%s is causal', (_, type) => {
  test('a later token changes itself and nothing before', async () => {
    const runner = await openType(type)
    const inputs = withIds(inputsOf(type, 8), 'input_ids', (values) => (values[5] = 50))
    const changed = withIds(inputs, 'input_ids', (values) => (values[5] = 90))
    const [one, other] = [steps((await runner.run(inputs))['logits']!, 0), steps((await runner.run(changed))['logits']!, 0)]
    for (let index = 0; index < 5; index++) expect(relativeDifference(other[index]!, one[index]!)).toBeLessThan(same)
    for (let index = 5; index < 8; index++) expect(relativeDifference(other[index]!, one[index]!)).toBeGreaterThan(differs)
  })
})

describe.each(named(textTypes.filter((type) => familyOf.get(type) === 'encoder-only')))('%s sees both ways', (_, type) => {
  test('a later token changes the first', async () => {
    const runner = await openType(type)
    const inputs = withIds(inputsOf(type, 8), 'input_ids', (values) => (values[5] = 50))
    const changed = withIds(inputs, 'input_ids', (values) => (values[5] = 90))
    const [one, other] = [steps((await runner.run(inputs))['logits']!, 0), steps((await runner.run(changed))['logits']!, 0)]
    expect(relativeDifference(other[0]!, one[0]!)).toBeGreaterThan(differs)
  })
})

describe.each(named(textTypes.filter((type) => inputNames(type).includes('past_key_values.0.key'))))('%s with a cache', (_, type) => {
  test('in two steps gives the numbers of one', async () => {
    const runner = await openType(type)
    const whole = inputsOf(type, 7)
    const expected = steps((await runner.run(whole))['logits']!, 0)
    const cut = (from: number, to: number): Tensors => {
      const part = (name: string): Tensors[string] =>
        ids([1, to - from], Array.from((whole[name]!.data as BigInt64Array).slice(from, to), Number))
      return {
        ...whole,
        input_ids: part('input_ids'),
        position_ids: part('position_ids'),
        attention_mask: ids(
          [1, to],
          Array.from({ length: to }, () => 1),
        ),
      }
    }
    const first = await runner.run(cut(0, 4))
    const past = Object.fromEntries(
      Object.entries(first)
        .filter(([name]) => name.startsWith('present'))
        .map(([name, tensor]) => [name.replace('present', 'past_key_values'), tensor]),
    )
    const second = await runner.run({ ...cut(4, 7), ...past })
    const logits = [...steps(first['logits']!, 0), ...steps(second['logits']!, 0)]
    logits.forEach((step, index) => expect(relativeDifference(step, expected[index]!)).toBeLessThan(same))
  })
})

describe.each(named(textTypes.filter((type) => familyOf.get(type) === 'encoder-decoder')))('%s as encoder and decoder', (_, type) => {
  test('the pair gives the numbers of the whole, in one step and by the cache', async () => {
    const whole = inputsOf(type, 6, 2)
    const [model, encoder, decoder] = await Promise.all([
      openType(type),
      openType(type, { graph: 'encoder_model' }),
      openType(type, { graph: 'decoder_model_merged' }),
    ])
    const expected = (await model.run(whole))['logits']!
    const hidden = (await encoder.run({ input_ids: whole['input_ids']!, attention_mask: whole['attention_mask']! }))['last_hidden_state']!
    const decoderInputs = declared(type, 2)
    const empty = seededInputs(
      decoderInputs.filter(({ name }) => name.startsWith('past')),
      { batch: 2, dims: { past: 0 } },
    )
    const fixed = { encoder_hidden_states: hidden, encoder_attention_mask: whole['attention_mask']! }
    const tokens = Array.from(whole['decoder_input_ids']!.data as BigInt64Array, Number)
    const column = (from: number, to: number): Tensors[string] =>
      ids([2, to - from], [...tokens.slice(from, to), ...tokens.slice(6 + from, 6 + to)])
    const first = await decoder.run({ ...fixed, ...empty, input_ids: column(0, 4) })
    const past = Object.fromEntries(
      Object.entries(first)
        .filter(([name]) => name.startsWith('present'))
        .map(([name, tensor]) => [name.replace('present', 'past_key_values'), tensor]),
    )
    const second = await decoder.run({ ...fixed, ...past, input_ids: column(4, 6) })
    for (const item of [0, 1]) {
      const logits = [...steps(first['logits']!, item), ...steps(second['logits']!, item)]
      logits.forEach((step, index) => expect(relativeDifference(step, steps(expected, item)[index]!)).toBeLessThan(same))
    }
  })

  test('the decoder is causal and sees what the encoder says', async () => {
    const model = await openType(type)
    const inputs = withIds(inputsOf(type, 6), 'decoder_input_ids', (values) => (values[4] = 50))
    const later = withIds(inputs, 'decoder_input_ids', (values) => (values[4] = 90))
    const encoded = withIds(inputs, 'input_ids', (values) => (values[2] = values[2] === 50 ? 51 : 50))
    const run = async (feeds: Tensors) => steps((await model.run(feeds))['logits']!, 0)
    const [base, changed, other] = [await run(inputs), await run(later), await run(encoded)]
    for (let index = 0; index < 4; index++) expect(relativeDifference(changed[index]!, base[index]!)).toBeLessThan(same)
    expect(relativeDifference(changed[4]!, base[4]!)).toBeGreaterThan(differs)
    expect(relativeDifference(other[0]!, base[0]!)).toBeGreaterThan(differs)
  })
})
