import { identifyProfile } from '@vitest-hardware/contracts'
import type { Backend } from '../backend.ts'
import type { TestFramework } from './framework.ts'

/** What holds of every backend, available or not. */
export function detectionCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  describe('detection', () => {
    test('says what it computes on, or in one line why it cannot and what to do', async () => {
      const detection = await backend.detect()
      if (detection.available) {
        expect(detection.profile.backend).toBe(backend.name)
        expect(detection.profile.device.length).toBeGreaterThan(0)
        expect(detection.profile.runtimeVersion).toMatch(/^\d+\.\d+/)
      } else {
        expect(detection.reason).toMatch(/^\S.*\S$/)
        expect(detection.nextStep).toMatch(/^\S.*\S$/)
      }
    })

    test('gives the same answer each time', async () => {
      expect(await backend.detect()).toEqual(await backend.detect())
    })

    test('names the profile by its content', async () => {
      const detection = await backend.detect()
      if (!detection.available) return
      expect(detection.profile.hardwareProfileId).toBe(identifyProfile(detection.profile).hardwareProfileId)
    })

    test('says how to get what it requires', async () => {
      for (const requirement of backend.requirements) expect(requirement.install.length).toBeGreaterThan(0)
    })
  })
}
