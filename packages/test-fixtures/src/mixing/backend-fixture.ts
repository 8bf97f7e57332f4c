import { getBackend } from '@vitest-hardware/backends'
import type { HardwareContext } from '@vitest-hardware/contracts'
import type { TestContext } from 'vitest'
import type { HardwareBackend } from '../model/model-fixtures.ts'

/** The project's backend; skips the test, with the reason, where it cannot run here. */
export async function availableBackend({ backend: name }: HardwareContext, skip: TestContext['skip']): Promise<HardwareBackend> {
  const backend = getBackend(name)
  const detection = await backend.detect()
  return detection.available ? { ...backend, profile: detection.profile } : skip(detection.reason)
}
