import { expect, test } from 'vitest'
import { once } from './once.ts'

test('asks once, also when asked while the first answer is under way', async () => {
  let asked = 0
  const answer = once(async () => (asked += 1))
  expect(await Promise.all([answer(), answer()])).toEqual([1, 1])
  expect(await answer()).toBe(1)
})

test('remembers a failure', async () => {
  let asked = 0
  const fail = once(async () => {
    asked += 1
    throw new Error('no device')
  })
  await expect(fail()).rejects.toThrow('no device')
  await expect(fail()).rejects.toThrow('no device')
  expect(asked).toBe(1)
})
