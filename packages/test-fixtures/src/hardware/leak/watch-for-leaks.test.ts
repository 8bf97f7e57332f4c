import { expect, test } from 'vitest'
import { leaksIn } from './leak-message.ts'
import { watchForLeaks } from './watch-for-leaks.ts'

test('growth that ends is a warm-up, however long it lasts', { timeout: 60_000 }, async () => {
  const cache: Uint8Array[] = []
  let calls = 0
  const fillsACache = (): void => {
    calls++
    // beyond the warm-up and into the first block
    if (cache.length < 15) cache.push(new Uint8Array(500_000).fill(1))
  }
  const report = await watchForLeaks(fillsACache, { iterations: 12, warmup: 3 })
  expect(leaksIn(report)).toEqual([])
  expect(calls).toBeGreaterThan(3 + 12)
})

test('growth that goes on is a leak after three blocks', { timeout: 60_000 }, async () => {
  const kept: Uint8Array[] = []
  const report = await watchForLeaks(() => void kept.push(new Uint8Array(200_000).fill(1)), { iterations: 10 })
  expect(kept).toHaveLength(10 + 3 * 10)
  expect(leaksIn(report)).toContainEqual(expect.stringMatching(/^JavaScript memory grows by 195(\.\d)? KiB per iteration/))
})

test('it ends with the test', async () => {
  const controller = new AbortController()
  let calls = 0
  const work = (): void => {
    if (++calls === 3) controller.abort(new Error('timed out'))
  }
  await expect(watchForLeaks(work, {}, controller.signal)).rejects.toThrow('timed out')
  expect(calls).toBe(3)
})
