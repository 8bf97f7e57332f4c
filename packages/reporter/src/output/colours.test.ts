import { expect, test } from 'vitest'
import { colours } from './colours.ts'

test('NO_COLOR wins over FORCE_COLOR; FORCE_COLOR=0 is none', () => {
  expect(colours({ NO_COLOR: '1', FORCE_COLOR: '1' }).level).toBe(0)
  expect(colours({ FORCE_COLOR: '0' }).level).toBe(0)
  expect(colours({ FORCE_COLOR: '1' }).level).toBeGreaterThan(0)
})
