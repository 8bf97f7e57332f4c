import type { BackendName } from '@vitest-hardware/contracts'
import type { Backend, Requirement } from '../backend.ts'
import { type Device, type Missing, onnxruntimeBackend } from '../onnxruntime/backend.ts'
import { loadNodeRuntime, onnxruntimeNode } from './runtime.ts'

/** What is particular about one provider of onnxruntime-node. */
export interface OnnxruntimeNodeBackend {
  readonly name: BackendName
  /** What onnxruntime-node calls it. */
  readonly provider: string
  /** Besides onnxruntime-node itself. @default none */
  readonly requirements?: readonly Requirement[]
  readonly environment?: NonNullable<Backend['environment']>
  /** Looks for system, device and driver before the runtime is asked; null where nothing is missing. @default nothing is needed */
  readonly precheck?: () => Promise<Missing | null>
  /** Names the device; called once, after a model ran on the provider. */
  readonly describeDevice: () => Promise<Device>
  /** @default the runtime's reason */
  readonly afterFailedProbe?: (reason: string) => Missing
}

export function onnxruntimeNodeBackend(definition: OnnxruntimeNodeBackend): Backend {
  const { name, provider, requirements = [], environment, precheck, describeDevice } = definition
  const afterFailedProbe = (reason: string): Missing => ({
    reason: `a probe model did not run on ${provider}: ${reason}`,
    nextStep: `check the driver of ${name} and that it fits onnxruntime-node`,
  })
  return onnxruntimeBackend({
    name,
    requirements: [onnxruntimeNode, ...requirements],
    ...(environment === undefined ? {} : { environment }),
    async load() {
      const missing = (await precheck?.()) ?? null
      return missing === null ? loadNodeRuntime(name, provider) : { missing }
    },
    describeDevice,
    afterFailedProbe: definition.afterFailedProbe ?? afterFailedProbe,
  })
}
