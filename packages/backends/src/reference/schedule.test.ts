import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dataflow, scheduleNodes } from './schedule.ts'

/** Random acyclic graphs: node `i` writes `v<i>` and reads some values of nodes before it. */
const graphs = fc
  .array(fc.array(fc.nat(30), { maxLength: 3 }), { minLength: 1, maxLength: 30 })
  .map((reads): Dataflow[] =>
    reads.map((from, index) => ({ reads: from.filter((each) => each < index).map((each) => `v${each}`), writes: [`v${index}`] })),
  )

test('each node comes after those that it reads, and nothing is dropped before its last reader', () => {
  fc.assert(
    fc.property(graphs, (nodes) => {
      const output = `v${nodes.length - 1}`
      const { order, released } = scheduleNodes(nodes, [output])
      const alive = new Set<string>()
      for (const [position, index] of order.entries()) {
        for (const name of nodes[index]!.reads) expect(alive.has(name)).toBe(true)
        alive.add(`v${index}`)
        for (const name of released[position]!) alive.delete(name)
      }
      expect([...alive]).toEqual([output])
      expect(new Set(order).size).toBe(order.length)
    }),
  )
})

test('a constant is made right before its reader', () => {
  const nodes = [
    { reads: [], writes: ['first'] },
    { reads: [], writes: ['second'] },
    { reads: ['x', 'first'], writes: ['y'] },
    { reads: ['y', 'second'], writes: ['z'] },
  ]
  expect(scheduleNodes(nodes, ['z'])).toEqual({ order: [0, 2, 1, 3], released: [[], ['first'], [], ['y', 'second']] })
})

test('nodes that no output needs are left out', () => {
  expect(
    scheduleNodes(
      [
        { reads: ['x'], writes: ['unused'] },
        { reads: ['x'], writes: ['y'] },
      ],
      ['y'],
    ).order,
  ).toEqual([1])
})
