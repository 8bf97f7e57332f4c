import { backendNames } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { backends, getBackend } from './find.ts'

test.each(backendNames)('%s is found by its name and says how to get what it needs', (name) => {
  const backend = getBackend(name)
  expect(backend.name).toBe(name)
  expect(backends.get(name)).toBe(backend)
  // only our own evaluator needs nothing but this package
  expect(backend.requirements.length > 0).toBe(name !== 'reference')
  for (const { install } of backend.requirements) expect(install).not.toBe('')
})

test('an unknown name is an error that lists the known ones', () => {
  expect(() => getBackend('tpu')).toThrow(/no backend 'tpu'[\s\S]*cpu, cuda/)
})
