import { readFile } from 'node:fs/promises'
import { type DataType, dataTypes } from '@vitest-hardware/onnx-graph'
import type { Backend } from '../backend.ts'
import { cpuModel, describeProfile } from '../host.ts'
import { once } from '../once.ts'
import { precisions } from '../precision/precision.ts'
import { openReferenceSession } from '../reference/session.ts'
import { cpu } from './cpu.ts'

/** Types that the evaluator computes with, but that no array of JavaScript holds. */
const withoutArray: ReadonlySet<DataType> = new Set(['bfloat16', 'int4', 'uint4'])

const profile = once(async () => {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  return describeProfile('reference', {
    device: cpuModel(),
    deviceKind: 'cpu',
    isSoftwareDevice: false,
    driver: null,
    runtime: '@vitest-hardware/backends',
    runtimeVersion: version,
    runtimeBuild: null,
  })
})

/**
 * This project's own evaluator: ONNX's operators in plain TypeScript and float64, slow and independent of every runtime.
 * Nodes whose operator it does not have are computed by `cpu` and listed in the session's `fallbackNodes`.
 */
export const reference: Backend = {
  name: 'reference',
  requirements: [],
  capabilities: {
    dtypes: new Set(dataTypes.filter((type) => !withoutArray.has(type))),
    nonTensorValues: false,
    externalData: true,
    blocking: true,
    precisions: new Set(precisions),
  },
  detect: async () => ({ available: true, profile: await profile() }),
  open: (model, options) => openReferenceSession(model, cpu, options),
}
