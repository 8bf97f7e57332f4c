import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import { type BackendName, type HardwareProfile, type HardwareProfileFacts, identifyProfile } from '@vitest-hardware/contracts'

/** What a backend adds to the facts of its host. */
export type DeviceFacts = Pick<
  HardwareProfileFacts,
  'device' | 'deviceKind' | 'isSoftwareDevice' | 'driver' | 'runtime' | 'runtimeVersion' | 'runtimeBuild'
>

/** The first processor's name; some ARM kernels report none, then the architecture stands in. */
export function cpuModel(): string {
  return cpus()[0]?.model.trim().replaceAll(/\s+/g, ' ') || arch()
}

export function describeProfile(backend: BackendName, device: DeviceFacts): HardwareProfile {
  return identifyProfile({
    backend,
    ...device,
    os: platform(),
    osRelease: release(),
    arch: arch(),
    cpuModel: cpuModel(),
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    host: `node ${process.versions.node}`,
  })
}
