import type { Backend } from '../backend.ts'
import { cpuModel } from '../host.ts'
import type { Missing } from '../onnxruntime/backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import type { System } from '../probe/system.ts'
import { noOptions } from '../provider-options/reader.ts'

const getLibrary = 'install OpenVINO, and source its setupvars.sh before the run'
const getProvider = 'no published onnxruntime-node has it: wrap the package openvino-node in a backend of your own (defineBackend)'

/** Intel's OpenVINO, on its processor device. */
export const openvino: Backend = onnxruntimeNodeBackend({
  name: 'openvino',
  precisions: ['fp32', 'fp16', 'int8'],
  readOptions: noOptions,
  provider: 'openvino',
  getProvider,
  requirements: [
    { name: 'OpenVINO (libopenvino.so)', kind: 'system', install: getLibrary },
    { name: 'an onnxruntime-node with the OpenVINO provider', kind: 'system', install: getProvider },
  ],
  precheck: missingForOpenvino,
  describeDevice: async () => ({ device: cpuModel(), deviceKind: 'cpu', isSoftwareDevice: false, driver: null }),
})

/** What OpenVINO lacks here, before any runtime is asked. */
export async function missingForOpenvino(system: System): Promise<Missing | null> {
  if (system.arch !== 'x64')
    return { reason: `OpenVINO's provider needs an x64 processor, this is ${system.arch}`, nextStep: 'use an x64 machine' }
  if (system.platform === 'darwin')
    return { reason: "OpenVINO's provider exists on Linux and Windows, this is darwin", nextStep: 'use coreml on a Mac' }
  if (system.platform !== 'linux') return null
  const folder = system.environment.INTEL_OPENVINO_DIR
  const installed = folder === undefined ? [] : await system.names(`${folder}/runtime/lib/intel64`)
  if (installed.some((name) => name.startsWith('libopenvino.so')) || (await system.library('libopenvino.so')) !== null) return null
  const place = folder === undefined ? 'INTEL_OPENVINO_DIR is not set' : `INTEL_OPENVINO_DIR='${folder}' does not hold it`
  return { reason: `the library libopenvino.so is not found, and ${place}`, nextStep: `${getLibrary}; then: ${getProvider}` }
}
