import type { HardwareContext } from '@vitest-hardware/contracts'
import type { TestContext } from 'vitest'
import { contextBackend } from '../browser/context-backend.ts'
import type { HardwareBackend } from '../model/model-fixtures.ts'

/** The project's backend; skips the test, with the reason, where it cannot run here. */
export async function availableBackend(context: HardwareContext, skip: TestContext['skip']): Promise<HardwareBackend> {
  const backend = await contextBackend(context)
  const detection = await backend.detect()
  return detection.available ? { ...backend, profile: detection.profile } : skip(detection.reason)
}
