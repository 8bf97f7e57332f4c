import { readFileSync } from 'node:fs'
import { UsageError } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { findModelType, modelTypes, UnknownModelTypeError } from './registry.ts'

test('types are sorted and each name is there once', () => {
  const names = modelTypes().map(({ type }) => type)
  expect(names).toEqual([...new Set(names)].sort())
})

test('finds a type by upstream’s exact name', () => {
  expect(findModelType('qwen2_moe').family).toBe('mixture-of-experts')
})

test.each([
  ['bertt', 'bert'],
  ['BERT', 'bert'],
  ['distil-bert', 'distilbert'],
  ['gpt-2', 'gpt2'],
  ['qwen2-moe', 'qwen2_moe'],
  ['lama', 'llama'],
])('for %s suggests %s first', (wrong, right) => {
  const error = (() => {
    try {
      return findModelType(wrong)
    } catch (caught) {
      return caught
    }
  })()
  expect(error).toBeInstanceOf(UnknownModelTypeError)
  expect(error).toBeInstanceOf(UsageError)
  expect((error as UnknownModelTypeError).suggestions[0]).toBe(right)
  expect((error as UnknownModelTypeError).message).toContain(`did you mean "${right}"`)
})

test('for a name like none says where the list is', () => {
  expect(() => findModelType('zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz')).toThrow(/choose one of the \d+ types/)
})

test('the generated list is current', async () => {
  const { registryText } = (await import(new URL('../scripts/generate-registry.ts', import.meta.url).href)) as {
    registryText: () => Promise<string>
  }
  expect(readFileSync(new URL('registry.generated.ts', import.meta.url), 'utf8')).toBe(await registryText())
})
