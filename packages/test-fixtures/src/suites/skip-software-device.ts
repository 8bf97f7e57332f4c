import type { TestContext } from 'vitest'
import type { HardwareBackend } from '../model/model-fixtures.ts'

/** A benchmark on a device that a processor only pretends to be takes minutes and says nothing of hardware. */
export function skipSoftwareDevice({ name, profile }: HardwareBackend, skip: TestContext['skip']): void {
  skip(profile.isSoftwareDevice, `${name} has a software device here, whose times say nothing of hardware`)
}
