import type { Backend } from '../backend.ts'
import { cpuModel } from '../host.ts'
import type { Device, Missing } from '../onnxruntime/backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { fastRpcNodes, hasQnnLibrary, hexagon } from '../probe/qualcomm.ts'
import type { System } from '../probe/system.ts'
import { readQnnOptions } from '../provider-options/qnn.ts'

const getLibrary = "install Qualcomm's AI runtime (QAIRT) and set QNN_SDK_ROOT to its folder"
const getProvider = 'the published onnxruntime-node has none: build it with --use_qnn'

/** Qualcomm's neural processors, through the QNN provider of an onnxruntime-node that was built with it. */
export const qnn: Backend = onnxruntimeNodeBackend({
  name: 'qnn',
  precisions: ['fp16', 'int8'],
  readOptions: readQnnOptions,
  provider: 'qnn',
  getProvider,
  requirements: [
    { name: 'ARM64 with Windows or Linux', kind: 'os', install: 'use a machine with a Snapdragon processor' },
    { name: 'a Hexagon NPU', kind: 'device', install: 'use a machine with a Snapdragon processor' },
    { name: 'QNN (QnnHtp)', kind: 'driver', install: getLibrary },
    { name: 'an onnxruntime-node with the QNN provider', kind: 'system', install: getProvider },
  ],
  precheck: missingForQnn,
  describeDevice: describeQnn,
})

/** What QNN lacks here, before the runtime is asked. */
export async function missingForQnn(system: System): Promise<Missing | null> {
  const where = `${system.platform}-${system.arch}`
  if (where !== 'win32-arm64' && where !== 'linux-arm64')
    return { reason: `QNN needs a Snapdragon processor (win32-arm64 or linux-arm64), this is ${where}`, nextStep: 'use such a machine' }
  if ((await hexagon(system)) === null)
    return system.platform === 'win32'
      ? { reason: 'Windows lists no Qualcomm compute accelerator', nextStep: "install the NPU's driver from Windows Update" }
      : missingNode(system)
  if (await hasQnnLibrary(system)) return null
  return { reason: "QNN's library for the Hexagon (QnnHtp) is not found", nextStep: getLibrary }
}

async function missingNode(system: System): Promise<Missing> {
  const states = await Promise.all(fastRpcNodes.map((node) => system.device(node)))
  const forbidden = fastRpcNodes[states.indexOf('forbidden')]
  if (forbidden !== undefined)
    return { reason: `this user may not open ${forbidden}`, nextStep: 'add the user to the group that owns it (fastrpc or render)' }
  return { reason: `no Hexagon device: there is none of ${fastRpcNodes.join(', ')}`, nextStep: 'enable the fastrpc driver of the kernel' }
}

export async function describeQnn(system: System): Promise<Device> {
  const npu = await hexagon(system)
  return { device: npu?.name ?? cpuModel(), deviceKind: 'npu', isSoftwareDevice: false, driver: npu?.driver ?? null }
}
