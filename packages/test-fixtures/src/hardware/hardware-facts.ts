import { statfs } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import { type BrowserName, browserNames, type HardwareProfile } from '@vitest-hardware/contracts'
import type { DataType } from '@vitest-hardware/onnx-graph'
import type { HardwareBackend } from '../model/model-fixtures.ts'
import type { HardwareFacts, Precision } from './requirements/requirements.ts'

/** The project's hardware profile, and what else a test may want to know of the machine. */
export interface Hardware extends HardwareProfile, Pick<HardwareFacts, Exclude<keyof HardwareFacts, keyof HardwareProfile>> {}

const elementTypes: Readonly<Record<Precision, readonly DataType[]>> = {
  fp64: ['float64'],
  fp32: ['float32'],
  fp16: ['float16'],
  bf16: ['bfloat16'],
  int8: ['int8', 'uint8'],
  int4: ['int4', 'uint4'],
}

/**
 * Asks the machine; what is free is what is free now.
 * @param folder whose disk is looked at
 */
export async function hardwareOf(
  { profile, capabilities }: Pick<HardwareBackend, 'profile' | 'capabilities'>,
  folder: string,
): Promise<Hardware> {
  const { bavail, bsize } = await statfs(folder)
  return {
    ...profile,
    browser: browserOf(profile),
    precisions: (Object.keys(elementTypes) as Precision[]).filter((one) => elementTypes[one].some((type) => capabilities.dtypes.has(type))),
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
