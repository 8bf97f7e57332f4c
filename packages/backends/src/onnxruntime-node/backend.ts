import type { BackendName } from '@vitest-hardware/contracts'
import type { Backend, Requirement } from '../backend.ts'
import { type Device, type Missing, onnxruntimeBackend } from '../onnxruntime/backend.ts'
import { type System, thisSystem } from '../probe/system.ts'
import type { Precision } from '../precision/precision.ts'
import type { ReadOptions } from '../provider-options/reader.ts'
import { loadNodeRuntime, onnxruntimeNode } from './runtime.ts'

/** What is particular about one provider of onnxruntime-node. */
export interface OnnxruntimeNodeBackend {
  readonly name: BackendName
  /** What onnxruntime-node calls it. */
  readonly provider: string
  /** What to do where onnxruntime-node lacks the provider. @default use one of those that it has */
  readonly getProvider?: string
  /** Besides onnxruntime-node itself. @default none */
  readonly requirements?: readonly Requirement[]
  readonly environment?: NonNullable<Backend['environment']>
  /** Looks for system, device and driver before the runtime is asked; null where nothing is missing. @default nothing is needed */
  readonly precheck?: (system: System) => Promise<Missing | null>
  /** Names the device; called once, after a model ran on the provider. */
  readonly describeDevice: (system: System) => Promise<Device>
  /** Precisions of weights that the provider's documentation promises on every device. */
  readonly precisions: readonly Precision[]
  /** Reads the backend's own options. */
  readonly readOptions: ReadOptions
  /** @default the runtime's reason */
  readonly afterFailedProbe?: (reason: string) => Missing
}

export function onnxruntimeNodeBackend(definition: OnnxruntimeNodeBackend): Backend {
  const { name, provider, getProvider, requirements = [], environment, precheck, describeDevice, precisions, readOptions } = definition
  const afterFailedProbe = (reason: string): Missing => ({
    reason: `a probe model did not run on ${provider}: ${reason}`,
    nextStep: `check the driver of ${name} and that it fits onnxruntime-node`,
  })
  return onnxruntimeBackend({
    name,
    requirements: [onnxruntimeNode, ...requirements],
    ...(environment === undefined ? {} : { environment }),
    async load() {
      const missing = (await precheck?.(thisSystem)) ?? null
      return missing === null ? loadNodeRuntime(name, provider, getProvider) : { missing }
    },
    precisions,
    readOptions,
    describeDevice: () => describeDevice(thisSystem),
    afterFailedProbe: definition.afterFailedProbe ?? afterFailedProbe,
  })
}
