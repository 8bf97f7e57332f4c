import { formatBytes, parseByteSize } from './byte-size.ts'
import type { HardwareFacts, OneOf, Requirements } from './requirements.ts'
import { checkRequirements } from './check-requirements.ts'

/**
 * What of the requirements does not hold, one sentence each: what is needed, then what was found. Empty where all hold.
 * @throws {UsageError} an unknown key, a negative amount, text that is no amount of bytes, a list of nothing
 */
export function unmetRequirements(requirements: Requirements, facts: HardwareFacts): string[] {
  checkRequirements(requirements)
  return Object.entries(rules).flatMap(([key, rule]) => {
    const wanted = requirements[key as keyof Requirements]
    return wanted === undefined ? [] : ((rule as Rule<unknown>)(wanted, facts) ?? [])
  })
}

/** The sentence that says why a test is skipped. */
export function skipReason(unmet: readonly string[]): string {
  return unmet.join('; ')
}

type Rule<Wanted> = (wanted: Wanted, facts: HardwareFacts) => string | null
type Rules = {
  readonly [Key in keyof Requirements]-?: Rule<NonNullable<Requirements[Key]> | (null extends Requirements[Key] ? null : never)>
}

const rules: Rules = {
  backend: (wanted, { backend }) => oneOf(wanted, backend, 'the backend', 'this project runs'),
  browser: (wanted, { browser }) => oneOf(list(wanted).map(hostName), hostName(browser), '', 'this project runs in'),
  precision: (wanted, { precisions, backend }) => {
    const missing = list(wanted).filter((one) => !precisions.includes(one))
    return missing.length === 0
      ? null
      : `needs ${missing.join(' and ')}, ${backend} computes with ${precisions.join(', ') || 'none of them'}`
  },
  device: (wanted, { device, deviceKind }) => {
    const matches = (one: string): boolean => one === deviceKind || device.toLowerCase().includes(one.toLowerCase())
    return list(wanted).some(matches) ? null : `needs ${alternatives(list(wanted))} as the device, this is ${device} (${deviceKind})`
  },
  realDevice: (wanted, { isSoftwareDevice, device }) =>
    wanted && isSoftwareDevice ? `needs a real device, ${device} is a software implementation` : null,
  memory: (wanted, { usableMemoryBytes }) => atLeast('memory', wanted, usableMemoryBytes, 'of memory, this machine has'),
  freeMemory: (wanted, { freeMemoryBytes }) => atLeast('freeMemory', wanted, freeMemoryBytes, 'of free memory, this machine has'),
  deviceMemory: (wanted, { deviceMemoryBytes, device }) =>
    deviceMemoryBytes === null
      ? `needs ${formatBytes(parseByteSize(wanted, 'deviceMemory'))} of device memory, ${device} does not tell of any of its own`
      : atLeast('deviceMemory', wanted, deviceMemoryBytes, `of device memory, ${device} has`),
  freeDisk: (wanted, { freeDiskBytes }) => atLeast('freeDisk', wanted, freeDiskBytes, 'of free disk, this machine has'),
  cores: (wanted, { cores }) => (cores >= wanted ? null : `needs ${wanted} cores, this process may use ${cores}`),
  os: (wanted, { os }) => oneOf(wanted, os, 'the operating system', 'this is'),
  arch: (wanted, { arch }) => oneOf(wanted, arch, 'the architecture', 'this is'),
}

function atLeast(name: string, wanted: number | string, found: number, words: string): string | null {
  const bytes = parseByteSize(wanted, name)
  if (found >= bytes) return null
  const [needs, has] = [formatBytes(bytes), formatBytes(found)]
  // where rounding hides the difference, the bytes tell it
  return needs === has ? `needs ${bytes} bytes ${words} ${found} bytes` : `needs ${needs} ${words} ${has}`
}

function oneOf(wanted: OneOf<string>, found: string, what: string, words: string): string | null {
  return list(wanted).includes(found) ? null : `needs ${[what, alternatives(list(wanted))].filter(Boolean).join(' ')}, ${words} ${found}`
}

function list<Value>(wanted: OneOf<Value>): readonly Value[] {
  return Array.isArray(wanted) ? (wanted as readonly Value[]) : [wanted as Value]
}

function alternatives(names: readonly string[]): string {
  return names.join(' or ')
}

function hostName(browser: string | null): string {
  return browser ?? 'Node'
}
