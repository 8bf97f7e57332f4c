import { statfs } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import { precisionSupport } from '@vitest-hardware/backends'
import { type BrowserName, browserNames, type HardwareProfile } from '@vitest-hardware/contracts'
import type { HardwareBackend } from '../model/model-fixtures.ts'
import type { HardwareFacts } from './requirements/requirements.ts'

/** The project's hardware profile, and what else a test may want to know of the machine. */
export interface Hardware extends HardwareProfile, Pick<HardwareFacts, Exclude<keyof HardwareFacts, keyof HardwareProfile>> {}

/**
 * Asks the machine; what is free is what is free now.
 * @param folder whose disk is looked at
 */
export async function hardwareOf(backend: HardwareBackend, folder: string): Promise<Hardware> {
  const { profile } = backend
  const [{ bavail, bsize }, support] = await Promise.all([statfs(folder), precisionSupport(backend)])
  return {
    ...profile,
    browser: browserOf(profile),
    precisions: [...support].flatMap(([precision, { supported }]) => (supported ? [precision] : [])),
    // a container's limit; 0 or a number beyond the memory where there is none
    usableMemoryBytes: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
    freeMemoryBytes: Math.min(freemem(), process.availableMemory()),
    freeDiskBytes: bavail * bsize,
  }
}

/** The browser in whose pages a backend executes; null for Node. */
function browserOf({ host }: HardwareProfile): BrowserName | null {
  const [where] = host.split(' ')
  return browserNames.find((name) => name === where) ?? null
}
