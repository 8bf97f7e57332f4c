import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as transformers from '@huggingface/transformers'
import { tensorDifference } from '../dist/golden/tensor-difference.js'
import { folderContent } from '../dist/folder/folder-content.js'
import { type ModelType, loadModelTypes, seededInputs, vocabularySize, writeModelFolder } from '@vitest-hardware/model-catalogue'
import { type Tensor, type Tensors, modelInputs, parseModel } from '@vitest-hardware/onnx-graph'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openModel } from '../dist/testing/run-model.js'

const allTypes = await loadModelTypes()
const supported = allTypes.filter(({ transformersJs }) => transformersJs !== null)
const named = (types: readonly ModelType[]) => types.map((type) => [type.type, type] as const)

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'model-catalogue-'))
  transformers.env.allowRemoteModels = false
  transformers.env.localModelPath = `${root}/`
  for (const type of supported) await writeModelFolder(type, join(root, type.type))
})
afterAll(() => rm(root, { recursive: true, force: true }))

interface LoadedModel {
  (inputs: Record<string, transformers.Tensor>): Promise<Record<string, transformers.Tensor>>
  dispose(): Promise<unknown>
  generate(options: object): Promise<transformers.Tensor>
}

interface LoadableClass {
  from_pretrained(name: string, options: object): Promise<LoadedModel>
}

async function loadModel({ type, transformersJs }: ModelType): Promise<LoadedModel> {
  const classes: Readonly<Record<string, unknown>> = { ...transformers }
  return (classes[transformersJs!.autoClass] as LoadableClass).from_pretrained(type, { dtype: 'fp32', device: 'cpu' })
}

function graphBytes(type: ModelType): Uint8Array {
  const path = type.graphs[0].name.includes('/') ? `${type.graphs[0].name}.onnx` : `onnx/${type.graphs[0].name}.onnx`
  return folderContent(type, 0).find((file: { path: string }) => file.path === path)!.bytes
}

function toTransformers({ type, data, dims }: Tensor): transformers.Tensor {
  return new transformers.Tensor(type as 'int64', data as BigInt64Array, [...dims])
}

function fromTransformers({ type, data, dims }: transformers.Tensor): Tensor {
  return { type: type, data: data as Tensor['data'], dims }
}

/** What the tokenizer makes of two texts of different length, with what else the graph declares as Transformers.js adds it. */
async function tokenized(type: ModelType): Promise<Tensors> {
  const tokenizer = await transformers.AutoTokenizer.from_pretrained(type.type)
  const encoded = tokenizer(['Hello, the world is running in 2024!', 'the cat'], { padding: true })
  const declared = modelInputs(parseModel(graphBytes(type), type.type))
  const mask = Array.from(encoded.attention_mask.data as BigInt64Array, Number)
  const [rows, length] = encoded.attention_mask.dims as [number, number]
  const dims = { sequence: length, encoder_sequence: length, decoder_sequence: 3, past: 0 }
  const seeded = seededInputs(declared, { config: type.config, batch: rows, dims })
  const given = Object.fromEntries(Object.entries(encoded).map(([name, tensor]) => [name, fromTransformers(tensor)]))
  const positions = { ...seeded['position_ids']!, data: BigInt64Array.from(countedPositions(mask, length), BigInt) }
  return { ...seeded, ...('position_ids' in seeded ? { position_ids: positions } : {}), ...pick(given, Object.keys(seeded)) }
}

/** Positions as generation counts them: masked tokens have 1. */
function countedPositions(mask: readonly number[], length: number): number[] {
  return mask.map((kept, index) => (kept === 0 ? 1 : mask.slice(index - (index % length), index).reduce((sum, value) => sum + value, 0)))
}

function pick(tensors: Tensors, names: readonly string[]): Tensors {
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => names.includes(name)))
}

/** Seeded tensors for all inputs that are not tokens. */
function seeded(type: ModelType): Tensors {
  return seededInputs(modelInputs(parseModel(graphBytes(type), type.type)), { config: type.config })
}

describe.each(named(supported))('Transformers.js loads %s', (_, type) => {
  test('by its own classes and gives the numbers of our session', async () => {
    const model = await loadModel(type)
    try {
      const inputs = type.preprocessor.kind === 'text' ? await tokenized(type) : seeded(type)
      const feeds = Object.fromEntries(
        Object.entries(inputs)
          .filter(([name]) => !name.startsWith('past'))
          .map(([name, tensor]) => [name, toTransformers(tensor)]),
      )
      const outputs = await model(feeds)
      const ours = await (await openModel(graphBytes(type))).run(inputs)
      const theirs = Object.fromEntries(
        Object.entries(outputs)
          .filter(([name]) => name in ours)
          .map(([name, tensor]) => [name, fromTransformers(tensor)]),
      )
      expect(Object.keys(theirs)).not.toEqual([])
      expect(model.constructor.name).toBe(type.transformersJs!.modelClass)
      expect(tensorDifference(theirs, pick(ours, Object.keys(theirs))).relative).toBeLessThan(1e-5)
    } finally {
      await model.dispose()
    }
  })
})

const generative = supported.filter(({ tasks, preprocessor }) => preprocessor.kind === 'text' && tasks[0].includes('generation'))
describe.each(named(generative))('Transformers.js generates with %s', (_, type) => {
  test('five tokens, by the cache', async () => {
    const model = await loadModel(type)
    const tokenizer = await transformers.AutoTokenizer.from_pretrained(type.type)
    const encoded = tokenizer('Hello, the')
    const sequences = await model.generate({ ...encoded, max_new_tokens: 5, do_sample: false })
    await model.dispose()
    const start = type.config['is_encoder_decoder'] === true ? 1 : encoded.input_ids.dims[1]
    expect(sequences.dims[1]).toBeGreaterThan(start ?? 0)
    expect(Array.from(sequences.data as BigInt64Array, Number).every((id) => id >= 0 && id < vocabularySize)).toBe(true)
  })
})

const tokenizers = allTypes.filter(({ preprocessor }) => 'tokenizer' in preprocessor && preprocessor.tokenizer !== undefined)
describe.each(named(tokenizers.filter(({ transformersJs }) => transformersJs !== null)))('the tokenizer of %s', (_, type) => {
  test('encodes into its vocabulary and decodes to the text again', async () => {
    const tokenizer = await transformers.AutoTokenizer.from_pretrained(type.type)
    const { input_ids: encoded } = tokenizer('the bird is here')
    const tokens = Array.from(encoded.data as BigInt64Array, Number)
    expect(tokens.every((id) => id >= 0 && id < vocabularySize)).toBe(true)
    expect(tokenizer.decode(tokens, { skip_special_tokens: true }).trim()).toBe('the bird is here')
  })
})

const withImages = supported.filter(({ preprocessor }) => preprocessor.kind === 'image' || preprocessor.kind === 'multimodal')
describe.each(named(withImages))('the image processor of %s', (_, type) => {
  test('makes pixels of the size that the graph takes', async () => {
    const processor = await transformers.AutoImageProcessor.from_pretrained(type.type, {})
    const [width, height] = [50, 40]
    const image = new transformers.RawImage(
      Uint8ClampedArray.from({ length: width * height * 3 }, (__, index) => (index * 7) % 256),
      width,
      height,
      3,
    )
    const { pixel_values: pixels } = (await processor(image)) as { pixel_values: transformers.Tensor }
    const settings = type.files?.['preprocessor_config.json'] as { readonly do_resize?: boolean } | undefined
    const isResized = settings?.do_resize !== false
    // a processor that keeps the image's own size has only its channels in common with the graph
    const compared = (dims: readonly number[]) => (isResized ? dims : dims.slice(0, 2))
    expect(compared(pixels.dims)).toEqual(compared(seeded(type)['pixel_values']!.dims))
    // EfficientNet normalises twice
    expect((pixels.data as Float32Array).every((value) => Math.abs(value) < 20)).toBe(true)
  })
})

const withSound = supported.filter(({ preprocessor }) => preprocessor.kind === 'audio')
describe.each(named(withSound))('the feature extractor of %s', (_, type) => {
  test('makes features of the rank that the graph takes', async () => {
    const extractor = await transformers.AutoFeatureExtractor.from_pretrained(type.type, {})
    const sound = Float32Array.from({ length: 16_000 }, (__, index) => Math.sin(index / 20))
    const features = (await extractor(sound)) as Record<string, transformers.Tensor>
    const declared = seeded(type)
    const shared = Object.keys(features).filter((name) => name in declared)
    expect(shared).not.toEqual([])
    for (const name of shared) expect(features[name]!.dims).toHaveLength(declared[name]!.dims.length)
  })
})

test('every type that Transformers.js does not load says so', () => {
  const silent = allTypes.filter(({ transformersJs, note = '' }) => transformersJs === null && !note.includes('Transformers.js'))
  expect(silent.map(({ type }) => type)).toEqual([])
})
