import { Script } from 'node:vm'
import { modelTypeFacts } from '@vitest-hardware/model-catalogue/listing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesOf, taskIdentifier, TypeNameError } from './names.ts'

const one = (type: string) => namesOf([type]).get(type)!

test.each([
  ['xlm-roberta', 'xlmRoberta', 'XlmRoberta'],
  ['gpt_bigcode', 'gptBigcode', 'GptBigcode'],
  ['wav2vec2-bert', 'wav2vec2Bert', 'Wav2vec2Bert'],
  ['data2vec-audio', 'data2vecAudio', 'Data2vecAudio'],
  ['mt5', 'mt5', 'Mt5'],
  ['kosmos-2.5', 'kosmos2_5', 'Kosmos2_5'],
  ['qwen2_5_vl', 'qwen2_5Vl', 'Qwen2_5Vl'],
  ['switch', 'switchModel', 'SwitchModel'],
  ['test', 'testModel', 'TestModel'],
  ['3d-unet', 'model3dUnet', 'Model3dUnet'],
])('%s is called %s and %s', (type, camel, pascal) => {
  expect(one(type)).toEqual({ type, file: type, camel, pascal })
})

test('no two types of the catalogue are called alike, and each name finds its type again', () => {
  const types = modelTypeFacts().map(({ type }) => type)
  const names = [...namesOf(types).values()]
  expect(names.map(({ type }) => type)).toEqual(types)
  for (const part of ['file', 'camel', 'pascal'] as const) {
    expect(new Set(names.map((name) => name[part].toLowerCase())).size).toBe(types.length)
    const back = new Map(names.map((name) => [name[part], name.type]))
    expect(names.map((name) => back.get(name[part]))).toEqual(types)
  }
})

const typeString = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,12}[A-Za-z0-9_-]?$/).filter((type) => !type.endsWith('.'))

test('any set of types gets valid identifiers, no two alike whatever the case, whichever order they come in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(typeString, { minLength: 1, maxLength: 20 }), (types) => {
      const names = namesOf(types)
      const camels = [...names.values()].map(({ camel }) => camel)
      expect(new Set(camels.map((camel) => camel.toLowerCase())).size).toBe(types.length)
      for (const camel of camels) expect(() => new Script(`'use strict'; const ${camel} = 1`)).not.toThrow()
      expect([...namesOf([...types].reverse())]).toEqual([...names])
    }),
  )
})

test.each(['', '../x', 'a/b', 'a b', '.hidden', 'x.', 'ü', 'a\\b', 'a\0'])('%j names no file', (type) => {
  expect(() => namesOf([type])).toThrow(TypeNameError)
})

test.each([
  ['fill-mask', 'fillMask'],
  ['text2text-generation', 'text2textGeneration'],
  ['any-to-any', 'anyToAny'],
])('the task %s is the property %s', (task, identifier) => {
  expect(taskIdentifier(task)).toBe(identifier)
})
