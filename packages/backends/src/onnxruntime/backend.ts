import type { BackendName, HardwareProfileFacts } from '@vitest-hardware/contracts'
import type { DataType } from '@vitest-hardware/onnx-graph'
import type { Backend, Detection, Requirement } from '../backend.ts'
import { BackendUnavailableError } from '../errors.ts'
import { describeProfile } from '../host.ts'
import { once } from '../once.ts'
import { openSession } from './open.ts'
import { probeFailure, probeRuntime } from './probe.ts'
import type { Runtime } from './runtime.ts'

/** What a backend lacks: one line, and the next step. */
export interface Missing {
  readonly reason: string
  readonly nextStep: string
}

export type Device = Pick<HardwareProfileFacts, 'device' | 'deviceKind' | 'isSoftwareDevice' | 'driver'>

/** What is particular about one execution provider. */
export interface OnnxruntimeBackend {
  readonly name: BackendName
  readonly requirements: readonly Requirement[]
  readonly environment?: NonNullable<Backend['environment']>
  /** Looks for what the provider needs and loads its runtime. Called once. */
  readonly load: () => Promise<{ readonly runtime: Runtime } | { readonly missing: Missing }>
  /** Names the device; called once, after a model ran on the provider. */
  readonly describeDevice: () => Promise<Device>
  /** What to do where the provider is there but its probe fails. */
  readonly afterFailedProbe: (reason: string) => Missing
}

/**
 * Element types that onnxruntime-common takes and gives. bfloat16 cannot cross the border at all, and 4-bit integers have no
 * kernels that would hand them out.
 */
const dtypes: ReadonlySet<DataType> = new Set<DataType>([
  'float32',
  'float64',
  'float16',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'bool',
  'string',
])

type Probed = { readonly detection: Extract<Detection, { available: true }>; readonly runtime: Runtime } | { readonly missing: Missing }

/** A backend that is one execution provider of an ONNX Runtime package. */
export function onnxruntimeBackend(definition: OnnxruntimeBackend): Backend {
  const { name, requirements, environment } = definition
  const probe = once(() => probeProvider(definition))
  return {
    name,
    requirements,
    capabilities: { dtypes, nonTensorValues: false, externalData: true, blocking: true },
    ...(environment === undefined ? {} : { environment }),
    async detect() {
      const probed = await probe()
      return 'missing' in probed ? { available: false, ...probed.missing } : probed.detection
    },
    async open(model, options) {
      const probed = await probe()
      if ('missing' in probed) throw new BackendUnavailableError(name, probed.missing)
      return openSession(probed.runtime, model, options)
    },
  }
}

async function probeProvider(definition: OnnxruntimeBackend): Promise<Probed> {
  const loaded = await definition.load()
  if ('missing' in loaded) return loaded
  const { runtime } = loaded
  try {
    await probeRuntime(runtime)
    const profile = describeProfile(definition.name, {
      ...(await definition.describeDevice()),
      runtime: runtime.name,
      runtimeVersion: runtime.version,
      runtimeBuild: runtime.build,
    })
    return { detection: { available: true, profile }, runtime }
  } catch (error) {
    return { missing: definition.afterFailedProbe(probeFailure(error)) }
  }
}
