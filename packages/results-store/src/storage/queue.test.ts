import { expect, test } from 'vitest'
import { sampleResult, sampleRun, sampleTest } from '../testing/sample-rows.ts'
import { RowQueue } from './queue.ts'

test('takes a list of any length', () => {
  const queue = new RowQueue()
  const result = sampleResult(sampleRun(), sampleTest())
  queue.add({ results: Array.from({ length: 300_000 }, () => result) })
  expect(queue.size).toBe(300_000)
})

test('what is put back comes before what was added since', () => {
  const queue = new RowQueue()
  const [first, second] = [1, 2].map(() => sampleResult(sampleRun(), sampleTest()))
  queue.add({ results: [first!] })
  const taken = queue.take()
  queue.add({ results: [second!] })
  queue.putBack(taken)
  expect(queue.take().results).toEqual([first, second])
})
