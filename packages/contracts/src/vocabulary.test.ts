import { expect, test } from 'vitest'
import { AnyBackendNameSchema, apiProviderNames, CustomBackendNameSchema } from './vocabulary.ts'
import { backendNames } from './names.ts'

test.each(['acme/npu', 'a/b', 'acme-2/npu_v1.3'])('%s is a third party’s name', (name) => {
  expect(AnyBackendNameSchema.parse(name)).toBe(name)
})

test.each(['npu', '/npu', 'acme/', 'Acme/npu', 'acme/npu/x', 'acme/n pu', ' acme/npu', 'acme/npu\n', '-a/b'])('%j is none', (name) => {
  expect(AnyBackendNameSchema.safeParse(name).success).toBe(false)
})

test('no built-in name could be a third party’s', () => {
  for (const name of [...backendNames, ...apiProviderNames]) {
    expect(AnyBackendNameSchema.parse(name)).toBe(name)
    expect(CustomBackendNameSchema.safeParse(name).success).toBe(false)
  }
})
