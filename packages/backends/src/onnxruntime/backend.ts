import { type BackendName, backendNames, type HardwareProfileFacts } from '@vitest-hardware/contracts'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { Backend, Detection, ModelSource, OpenOptions, Requirement } from '../backend.ts'
import { BackendUnavailableError } from '../errors.ts'
import { describeProfile, hostPowerMode } from '../host.ts'
import { once } from '../once.ts'
import { declaredPlacement } from '../placement/declared-nodes.ts'
import { namedFallback } from '../placement/named-fallback.ts'
import type { Placement } from '../placement/placement.ts'
import { profileRun } from '../placement/profile-run.ts'
import type { Precision } from '../precision/precision.ts'
import { type ReadOptions, readProviderOptions, type RuntimeOptions } from '../provider-options/reader.ts'
import { onnxruntimeTypes } from './data-types.ts'
import { openSession } from './open.ts'
import { probeFailure, probeRuntime } from './probe.ts'
import type { Runtime } from './runtime.ts'

/** What a backend lacks: one line, and the next step. */
export interface Missing {
  readonly reason: string
  readonly nextStep: string
}

export type Device = Pick<HardwareProfileFacts, 'device' | 'deviceKind' | 'isSoftwareDevice' | 'driver'> &
  Partial<Pick<HardwareProfileFacts, 'deviceMemoryBytes'>>

/** What is particular about one execution provider. */
export interface OnnxruntimeBackend {
  readonly name: BackendName
  readonly requirements: readonly Requirement[]
  readonly environment?: NonNullable<Backend['environment']>
  /** Looks for what the provider needs and loads its runtime. Called once. */
  readonly load: () => Promise<{ readonly runtime: Runtime } | { readonly missing: Missing }>
  /** Names the device; called once, after a model ran on the provider. */
  readonly describeDevice: () => Promise<Device>
  /** Precisions of weights that the provider's documentation promises on every device. */
  readonly precisions: readonly Precision[]
  /** Reads the backend's own options. */
  readonly readOptions: ReadOptions
  /** What to do where the provider is there but its probe fails. */
  readonly afterFailedProbe: (reason: string) => Missing
}

type Probed = { readonly detection: Extract<Detection, { available: true }>; readonly runtime: Runtime } | { readonly missing: Missing }

/** Providers whose kernels are shaders. */
const compilesShaders: ReadonlySet<string> = new Set(['webgpu', 'webnn'])

/** A backend that is one execution provider of an ONNX Runtime package. */
export function onnxruntimeBackend(definition: OnnxruntimeBackend): Backend {
  const { name, requirements, environment } = definition
  const probe = once(() => probeProvider(definition))
  const ready = async (options?: OpenOptions): Promise<{ readonly runtime: Runtime; readonly own: RuntimeOptions }> => {
    const own = readProviderOptions(options?.provider, name, definition.readOptions, backendNames)
    const probed = await probe()
    if ('missing' in probed) throw new BackendUnavailableError(name, probed.missing)
    return { runtime: probed.runtime, own }
  }
  const placement = async (model: ModelSource, feeds: Tensors, options: OpenOptions = {}): Promise<Placement> => {
    const { runtime, own } = await ready(options)
    if (runtime.profileName === undefined) return declaredPlacement(model, runtime.provider)
    return profileRun(runtime, runtime.profileName, { model, feeds, options, own })
  }
  return {
    name,
    requirements,
    capabilities: {
      dtypes: onnxruntimeTypes,
      nonTensorValues: false,
      externalData: true,
      blocking: true,
      ...(compilesShaders.has(name) ? { losesNaN: true } : {}),
      precisions: new Set(definition.precisions),
    },
    ...(environment === undefined ? {} : { environment }),
    async detect() {
      const probed = await probe()
      return 'missing' in probed ? { available: false, ...probed.missing } : probed.detection
    },
    async open(model, options) {
      const { runtime, own } = await ready(options)
      return openSession(runtime, model, options, own).catch(async (error: unknown) => {
        throw await namedFallback(error, { name }, model, (feeds) => placement(model, feeds, { ...options, nodeFallback: 'allow' }))
      })
    },
    placement,
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
      powerMode: await hostPowerMode(),
    })
    return { detection: { available: true, profile }, runtime }
  } catch (error) {
    return { missing: definition.afterFailedProbe(probeFailure(error)) }
  }
}
