import type { System } from './system.ts'

/**
 * How the platform trades speed for power, in its own words; null where it does not tell, as on most virtual machines.
 * - Linux: the first processor's frequency governor and energy preference, the firmware's platform profile, the power supply
 *   ([cpufreq](https://docs.kernel.org/admin-guide/pm/cpufreq.html), [platform_profile](https://docs.kernel.org/userspace-api/sysfs-platform_profile.html))
 * - macOS: the energy mode and the power source of `pmset -g`
 * - Windows: the active scheme of `powercfg /getactivescheme`
 */
export async function powerMode(system: System): Promise<string | null> {
  if (system.platform === 'linux') return linuxPowerMode(system)
  if (system.platform === 'darwin') {
    const [settings, source] = await Promise.all([system.output('pmset', ['-g']), system.output('pmset', ['-g', 'batt'])])
    return parsePmset(settings ?? '', source ?? '')
  }
  if (system.platform === 'win32') return parsePowercfg((await system.output('powercfg', ['/getactivescheme'])) ?? '')
  return null
}

async function linuxPowerMode(system: System): Promise<string | null> {
  const frequency = '/sys/devices/system/cpu/cpu0/cpufreq'
  const read = async (path: string): Promise<string> => (await system.text(path))?.trim() ?? ''
  const governor = await read(`${frequency}/scaling_governor`)
  const preference = await read(`${frequency}/energy_performance_preference`)
  const platform = await read('/sys/firmware/acpi/platform_profile')
  return joined([
    governor,
    preference === '' ? '' : `preference ${preference}`,
    platform === '' ? '' : `platform ${platform}`,
    (await isOnBattery(system, read)) ? 'on battery' : '',
  ])
}

/** A laptop says so by a mains supply that is off line; one without a mains entry, by a battery that discharges. */
async function isOnBattery(system: System, read: (path: string) => Promise<string>): Promise<boolean> {
  const folder = '/sys/class/power_supply'
  const supplies = await Promise.all(
    (await system.names(folder)).map(async (name) => ({
      type: await read(`${folder}/${name}/type`),
      // batteries of mice and keyboards have the scope of a device
      scope: await read(`${folder}/${name}/scope`),
      online: await read(`${folder}/${name}/online`),
      status: await read(`${folder}/${name}/status`),
    })),
  )
  const mains = supplies.filter(({ type }) => type === 'Mains')
  if (mains.length > 0) return mains.every(({ online }) => online === '0')
  return supplies.some(({ type, scope, status }) => type === 'Battery' && scope !== 'Device' && status === 'Discharging')
}

/**
 * @param settings what `pmset -g` prints
 * @param source what `pmset -g batt` prints
 */
export function parsePmset(settings: string, source: string): string | null {
  // one of the two is there: `powermode` on Macs that know a high power mode, `lowpowermode` on the others
  const mode = /^\s*(?:low)?powermode\s+(\d)/m.exec(settings)?.[1]
  const names: Readonly<Record<string, string>> = { 0: 'automatic', 1: 'low power', 2: 'high power' }
  return joined([names[mode ?? ''] ?? '', /Now drawing from 'Battery Power'/.test(source) ? 'on battery' : ''])
}

/** Schemes that come with Windows, by identity, because their names are translated. */
const schemes: Readonly<Record<string, string>> = {
  '381b4222-f694-41f0-9685-ff5bb260df2e': 'balanced',
  '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c': 'high performance',
  'a1841308-3541-4fab-bc81-f71556f20b4a': 'power saver',
  'e9a42b02-d5df-448d-aa00-03f14749eb61': 'ultimate performance',
}

/** @param output what `powercfg /getactivescheme` prints: `Power Scheme GUID: 381b4222-…  (Balanced)` */
export function parsePowercfg(output: string): string | null {
  const found = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*(?:\((.+)\))?/i.exec(output)
  if (found === null) return null
  return schemes[found[1]!.toLowerCase()] ?? found[2]?.trim() ?? found[1]!.toLowerCase()
}

function joined(parts: readonly string[]): string | null {
  const said = parts.filter((part) => part !== '')
  return said.length === 0 ? null : said.join(', ')
}
