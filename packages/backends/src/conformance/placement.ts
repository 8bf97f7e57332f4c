import type { Backend } from '../backend.ts'
import { openSessionCount } from '../onnxruntime/open-sessions.ts'
import type { TestFramework } from './framework.ts'
import { binary, floats } from './models.ts'

export function placementCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  if (backend.placement === undefined) return
  describe('placement of nodes', () => {
    test('counts every node once, and the fallen ones among them', async () => {
      const placement = await backend.placement!(binary('Add', [2]), { a: floats([2], 1, 2), b: floats([2], 3, 4) })
      expect(placement.nodes.length).toBeGreaterThan(0)
      expect(Object.values(placement.counts).reduce((sum, count) => sum + count, 0)).toBe(placement.nodes.length)
      expect(placement.fallbackNodes.length).toBe(placement.nodes.filter(({ provider }) => provider !== placement.provider).length)
    })

    test('leaves no session open', async () => {
      const before = openSessionCount()
      await backend.placement!(binary('Add', [2]), { a: floats([2], 1, 2), b: floats([2], 3, 4) })
      expect(openSessionCount()).toBe(before)
    })
  })
}
