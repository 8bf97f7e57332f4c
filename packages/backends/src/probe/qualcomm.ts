import { z } from 'zod'
import { parseJson } from './parse-json.ts'
import type { System } from './system.ts'

export interface NeuralProcessor {
  readonly name: string
  readonly driver: string | null
}

const WindowsSchema = z.array(z.object({ DeviceName: z.string(), DriverVersion: z.string().nullable() }))
const windowsQuery =
  'ConvertTo-Json -Compress @(Get-CimInstance Win32_PnPSignedDriver -Filter "DeviceClass=\'COMPUTEACCELERATOR\'" | Select-Object DeviceName, DriverVersion)'

/** Device files through which a process reaches the Hexagon DSP: the mainline driver's, then that of Qualcomm's own kernels. */
export const fastRpcNodes = ['/dev/fastrpc-cdsp', '/dev/fastrpc-cdsp-secure', '/dev/adsprpc-smd'] as const

/** Qualcomm's neural processor as Windows' list of drivers or Linux' device tree names it; null where there is none. */
export async function hexagon(system: System): Promise<NeuralProcessor | null> {
  if (system.platform === 'win32')
    return parseWindowsNpu(await system.output('powershell', ['-NoProfile', '-NonInteractive', '-Command', windowsQuery]))
  const states = await Promise.all(fastRpcNodes.map((node) => system.device(node)))
  if (!states.includes('usable')) return null
  // the device tree ends its strings with a zero byte
  const model = (await system.text('/proc/device-tree/model'))?.replaceAll('\0', '').trim()
  return { name: model ? `${model} Hexagon` : 'Qualcomm Hexagon', driver: 'fastrpc' }
}

export function parseWindowsNpu(json: string | null): NeuralProcessor | null {
  const parsed = WindowsSchema.safeParse(parseJson(json))
  const found = parsed.success ? parsed.data.find(({ DeviceName }) => /Hexagon|Qualcomm|Snapdragon/i.test(DeviceName)) : undefined
  return found === undefined ? null : { name: found.DeviceName, driver: found.DriverVersion }
}

/** Whether QNN's library for the Hexagon is where the linker or Qualcomm's kit has it. */
export async function hasQnnLibrary(system: System): Promise<boolean> {
  const kit = system.environment.QNN_SDK_ROOT ?? system.environment.QAIRT_SDK_ROOT
  if (system.platform === 'win32') {
    const path = (system.environment.PATH ?? system.environment.Path ?? '').split(';')
    const folders = [...path, ...(kit === undefined ? [] : [`${kit}\\lib\\aarch64-windows-msvc`])]
    return (await Promise.all(folders.map((folder) => system.names(folder)))).some((names) => names.includes('QnnHtp.dll'))
  }
  if ((await system.library('libQnnHtp.so')) !== null) return true
  if (kit === undefined) return false
  const targets = (await system.names(`${kit}/lib`)).filter((name) => name.startsWith('aarch64-'))
  return (await Promise.all(targets.map((target) => system.names(`${kit}/lib/${target}`)))).some((names) => names.includes('libQnnHtp.so'))
}
