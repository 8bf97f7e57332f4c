import type { Backend } from '../backend.ts'
import type { TestFramework } from './framework.ts'

export function detectionCases(backend: Backend, { test, expect }: TestFramework): void {
  test('is available and says what it computes on', async () => {
    const detection = await backend.detect()
    expect(detection.available ? 'available' : detection.reason).toBe('available')
    if (!detection.available) return
    expect(detection.profile.backend).toBe(backend.name)
    expect(detection.profile.device.length).toBeGreaterThan(0)
    expect(detection.profile.runtimeVersion).toMatch(/^\d+\.\d+/)
  })

  test('gives the same profile each time', async () => {
    expect(await backend.detect()).toEqual(await backend.detect())
  })

  test('says how to get what it requires', async () => {
    for (const requirement of backend.requirements) expect(requirement.install.length).toBeGreaterThan(0)
  })
}
