import { z } from 'zod'
import { parseJson } from './parse-json.ts'
import { type System, thisSystem } from './system.ts'

export interface DisplayAdapter {
  readonly name: string
  readonly driver: string | null
  /** Memory of the adapter's own; null where it shares the host's or nobody tells. */
  readonly memoryBytes: number | null
}

const WindowsSchema = z.array(
  z.object({
    Name: z.string(),
    DriverVersion: z.string().nullable(),
    AdapterRAM: z.number().nullish(),
    MemorySize: z.number().nullish(),
  }),
)
const MacSchema = z.object({ SPDisplaysDataType: z.array(z.object({ sppci_model: z.string(), spdisplays_vram: z.string().optional() })) })

/** `AdapterRAM` has 32 bits: adapters of 4 GiB and more all report less than they have. */
const largestAdapterRam = 0xfff0_0000

/** The registry's key of display drivers, which keeps the memory's size in 64 bits. */
const displayDrivers = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e968-e325-11ce-bfc1-08002be10318}\\0*'
const windowsQuery = [
  `$drivers = Get-ItemProperty '${displayDrivers}' -ErrorAction SilentlyContinue`,
  '$adapters = Get-CimInstance Win32_VideoController | ForEach-Object { $one = $_',
  '$driver = $drivers | Where-Object DriverDesc -eq $one.Name | Select-Object -First 1',
  "[pscustomobject]@{ Name = $one.Name; DriverVersion = $one.DriverVersion; AdapterRAM = $one.AdapterRAM; MemorySize = $driver.'HardwareInformation.qwMemorySize' } }",
  'ConvertTo-Json -Compress @($adapters)',
].join('; ')

/** Display adapters as Windows' or macOS' own inventory lists them; empty elsewhere. */
export async function displayAdapters(system: System = thisSystem): Promise<DisplayAdapter[]> {
  if (system.platform === 'win32')
    return parseWindowsAdapters(await system.output('powershell', ['-NoProfile', '-NonInteractive', '-Command', windowsQuery]))
  if (system.platform === 'darwin') return parseMacAdapters(await system.output('system_profiler', ['-json', 'SPDisplaysDataType']))
  return []
}

export function parseWindowsAdapters(json: string | null): DisplayAdapter[] {
  const parsed = WindowsSchema.safeParse(parseJson(json))
  if (!parsed.success) return []
  return parsed.data.map(({ Name, DriverVersion, AdapterRAM, MemorySize }) => {
    const memory = MemorySize ?? (AdapterRAM != null && AdapterRAM < largestAdapterRam ? AdapterRAM : null)
    return { name: Name, driver: DriverVersion, memoryBytes: memory !== null && memory > 0 ? memory : null }
  })
}

export function parseMacAdapters(json: string | null): DisplayAdapter[] {
  const parsed = MacSchema.safeParse(parseJson(json))
  if (!parsed.success) return []
  return parsed.data.SPDisplaysDataType.map((adapter) => ({
    name: adapter.sppci_model,
    driver: null,
    memoryBytes: parseSize(adapter.spdisplays_vram),
  }))
}

/** Windows' software renderers: WARP shows as the Basic Render or Display adapter. */
export function isSoftwareAdapter(adapter: DisplayAdapter): boolean {
  return /Microsoft Basic (Render|Display)|WARP/i.test(adapter.name)
}

/** Reads `8 GB` and `1536 MB`, in which macOS counts by 1024. */
function parseSize(text: string | undefined): number | null {
  const [, size, unit] = /^(\d+) (MB|GB)$/.exec(text ?? '') ?? []
  if (size === undefined) return null
  return Number(size) * (unit === 'GB' ? 2 ** 30 : 2 ** 20)
}
