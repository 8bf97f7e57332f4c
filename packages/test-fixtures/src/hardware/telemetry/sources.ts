import { disk } from './sources/disk.ts'
import { memory } from './sources/memory.ts'
import { network } from './sources/network.ts'
import { nvidia } from './sources/nvidia.ts'
import { power } from './sources/power.ts'
import { processor } from './sources/processor.ts'
import { temperature } from './sources/temperature.ts'
import { throttling } from './sources/throttling.ts'
import type { TelemetrySource } from './telemetry-source.ts'

/** All sources, in the order in which they are shown. */
export const telemetrySources: readonly TelemetrySource[] = [processor, memory, disk, network, temperature, power, throttling, nvidia]
