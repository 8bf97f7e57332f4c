import { UsageError } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { StoreWriteError } from '../errors.ts'
import { fromPlainError, toPlainError } from './plain-error.ts'

const passOn = (error: unknown): Error => fromPlainError(structuredClone(toPlainError(error)))

test('what a user can act on survives the way between threads', () => {
  const original = new StoreWriteError('/r.duckdb', { rows: 3, reason: 'full', savedTo: '/tmp/x', cause: null })
  const received = passOn(original)
  expect(received).toBeInstanceOf(UsageError)
  expect(received).toMatchObject({ name: 'StoreWriteError', message: original.message, input: '/r.duckdb', savedTo: '/tmp/x', exitCode: 2 })
})

test('a defect stays a defect', () => {
  const received = passOn(new RangeError('no'))
  expect(received).not.toBeInstanceOf(UsageError)
  expect(received).toMatchObject({ name: 'RangeError', message: 'no' })
  expect(passOn('text').message).toBe('text')
})
