import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NoBackendError } from '@vitest-hardware/backends'
import {
  automaticSpeechRecognition,
  fillMask,
  imageClassification,
  type OpenSkill,
  textGeneration,
  zeroShotImageClassification,
} from '@vitest-hardware/skillset'
import { afterAll, beforeAll, expect, test } from 'vitest'

let cacheFolder: string
beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'skills-'))
})
afterAll(() => rm(cacheFolder, { recursive: true, force: true }))

const onCpu = <Input, Output>(open: OpenSkill<Input, Output>) => open({ backend: 'cpu', fallback: [], cacheFolder })

/** Green on the left, blue on the right. */
const picture = {
  width: 40,
  height: 24,
  data: Uint8Array.from({ length: 40 * 24 * 3 }, (_, index) => (index % 3 === (Math.floor(index / 3) % 40 < 20 ? 1 : 2) ? 220 : 20)),
}

test('a masked word: every token with its probability, the best first', async () => {
  await using skill = await onCpu(fillMask({ model: 'bert' }))
  const tokens = await skill.run('a [MASK] b')
  expect(tokens).toHaveLength(128)
  expect(tokens.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5)
  expect(tokens.map(({ score }) => score)).toEqual(tokens.map(({ score }) => score).sort((a, b) => b - a))
  // other words around it, another answer
  expect(await skill.run('c d [MASK]')).not.toEqual(tokens)
})

test('a text without the mask is refused, and says what is missing', async () => {
  await using skill = await onCpu(fillMask({ model: 'bert' }))
  await expect(skill.run('a b')).rejects.toThrow('[MASK]')
})

test('an image of any size: labels by probability', async () => {
  await using skill = await onCpu(imageClassification({ model: 'vit' }))
  const labels = await skill.run(picture)
  expect(labels).toHaveLength(10)
  expect(labels[0]!.score).toBeGreaterThan(labels[9]!.score)
  expect(labels.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5)
  await expect(skill.run({ ...picture, width: 41 })).rejects.toThrow('41 × 24')
})

test('a sound: the tokens of its frames, and their text', async () => {
  await using skill = await onCpu(automaticSpeechRecognition({ model: 'wav2vec2' }))
  const samples = Float32Array.from({ length: 16_000 }, (_, index) => Math.sin(index / 12) * Math.sin(index / 900))
  const { ids, text } = await skill.run({ samples })
  expect(ids.every((id, index) => id !== ids[index - 1])).toBe(true)
  expect(text).toEqual(expect.any(String))
})

test('a text goes on', async () => {
  await using skill = await onCpu(textGeneration({ model: 'gpt2' }))
  const { ids, text } = await skill.run('a b c')
  expect(ids.length).toBeGreaterThan(0)
  expect(text).toEqual(expect.any(String))
  // greedy: the same words, the same answer
  expect(await skill.run('a b c')).toEqual({ ids, text })
})

test('an image among texts', async () => {
  await using skill = await onCpu(zeroShotImageClassification({ model: 'clip' }))
  const { scores } = await skill.run({ image: picture, texts: ['a', 'b c', 'd'] })
  expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 5)
  // what a text scores against another does not hang on how long the others are
  const { scores: longer } = await skill.run({ image: picture, texts: ['a', 'b c', 'd', 'e f g h'] })
  expect(longer[0]! / longer[1]!).toBeCloseTo(scores[0]! / scores[1]!, 3)
})

test('without a demand an absent backend falls back, and the skill says to what and why', async () => {
  await using skill = await fillMask({ model: 'bert' })({ backend: 'coreml', fallback: ['cpu'], cacheFolder })
  expect(skill.ran).toMatchObject({ asked: 'coreml', backend: 'cpu', tried: [{ backend: 'coreml', outcome: 'unavailable' }] })
})

test('with a demand it is an error that names it', async () => {
  await expect(fillMask({ model: 'bert' })({ backend: 'coreml', fallback: [], cacheFolder })).rejects.toThrow(NoBackendError)
})
