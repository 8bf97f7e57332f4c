import { median } from '@vitest-hardware/statistics'
import { expect, test } from 'vitest'
import { lookAgain, pauses } from './look-again.ts'

const isWorse = (samples: readonly number[]): boolean => median(samples) > 1.5
const block = (level: number): number[] => Array.from({ length: 10 }, () => level)

function blocks(levels: readonly number[]) {
  const waited: number[] = []
  let next = 0
  return {
    waited,
    options: { isWorse, again: async () => block(levels[next++]!), wait: async (milliseconds: number) => void waited.push(milliseconds) },
  }
}

test('what is no alarm is not looked at again', async () => {
  const { waited, options } = blocks([])
  expect(await lookAgain(block(1), options)).toEqual(block(1))
  expect(waited).toEqual([])
})

test('a burst of load is outvoted by what comes after it, and its samples stay', async () => {
  const { waited, options } = blocks([1, 1, 1])
  const samples = await lookAgain(block(4), options)
  expect(isWorse(samples)).toBe(false)
  expect(samples.filter((sample) => sample === 4)).toHaveLength(10)
  expect(waited.length).toBeLessThan(pauses.length)
})

test('a slow-down that lasts stays one', async () => {
  const { waited, options } = blocks([2, 2, 2])
  expect(isWorse(await lookAgain(block(2), options))).toBe(true)
  expect(waited).toEqual(pauses)
})
