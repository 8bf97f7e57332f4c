import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import { type HardwareProfile, type HardwareProfileFacts, identifyProfile, type LocalBackendName } from '@vitest-hardware/contracts'
import { once } from './once.ts'
import { powerMode } from './probe/power-mode.ts'
import { thisSystem } from './probe/system.ts'

/** What a backend adds to the facts of its host. */
export type DeviceFacts = Pick<
  HardwareProfileFacts,
  'device' | 'deviceKind' | 'isSoftwareDevice' | 'driver' | 'runtime' | 'runtimeVersion' | 'runtimeBuild'
> &
  Partial<Pick<HardwareProfileFacts, 'deviceMemoryBytes' | 'powerMode'>>

/** The first processor's name; some ARM kernels report none, then the architecture stands in. */
export function cpuModel(): string {
  return cpus()[0]?.model.trim().replaceAll(/\s+/g, ' ') || arch()
}

/** The power mode of this machine when it was first asked for; it is one for a process, as the profile is. */
export const hostPowerMode: () => Promise<string | null> = once(() => powerMode(thisSystem))

export function describeProfile(backend: LocalBackendName, device: DeviceFacts): HardwareProfile {
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
