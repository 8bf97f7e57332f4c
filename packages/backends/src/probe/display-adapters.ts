import { z } from 'zod'
import { outputOf } from './command.ts'

export interface DisplayAdapter {
  readonly name: string
  readonly driver: string | null
}

const WindowsSchema = z.array(z.object({ Name: z.string(), DriverVersion: z.string().nullable() }))
const MacSchema = z.object({ SPDisplaysDataType: z.array(z.object({ sppci_model: z.string() })) })

/** Display adapters as Windows' or macOS' own inventory lists them; empty elsewhere. */
export async function displayAdapters(): Promise<DisplayAdapter[]> {
  if (process.platform === 'win32') {
    const query = 'ConvertTo-Json -Compress @(Get-CimInstance Win32_VideoController | Select-Object Name, DriverVersion)'
    return parseWindowsAdapters(await outputOf('powershell', ['-NoProfile', '-NonInteractive', '-Command', query]))
  }
  if (process.platform === 'darwin') return parseMacAdapters(await outputOf('system_profiler', ['-json', 'SPDisplaysDataType']))
  return []
}

export function parseWindowsAdapters(json: string | null): DisplayAdapter[] {
  const parsed = WindowsSchema.safeParse(parseJson(json))
  return parsed.success ? parsed.data.map((adapter) => ({ name: adapter.Name, driver: adapter.DriverVersion })) : []
}

export function parseMacAdapters(json: string | null): DisplayAdapter[] {
  const parsed = MacSchema.safeParse(parseJson(json))
  return parsed.success ? parsed.data.SPDisplaysDataType.map((adapter) => ({ name: adapter.sppci_model, driver: null })) : []
}

/** Windows' software renderers: WARP shows as the Basic Render or Display adapter. */
export function isSoftwareAdapter(adapter: DisplayAdapter): boolean {
  return /Microsoft Basic (Render|Display)|WARP/i.test(adapter.name)
}

function parseJson(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    return null
  }
}
