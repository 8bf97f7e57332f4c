import { UsageError } from '@vitest-hardware/contracts'

/** Bytes per unit: IEC 80000-13 for the binary ones, SI for the others. */
const units = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
} as const

/** An amount of bytes as a number, or as text with a unit: `16 GiB`, `512 MiB`, `1.5 TB`. */
export type ByteSize = number | `${number} ${keyof typeof units}`

const pattern = /^(\d+(?:\.\d+)?) (B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$/

/**
 * @param name of the option, for the error
 * @returns bytes, whole
 * @throws {UsageError} anything but a number of 0 or more, with a unit where it is text; `16GB` and `16 gb` are refused, because a unit
 *   that was guessed may be off by a factor of 8
 */
export function parseByteSize(size: unknown, name: string): number {
  const bytes = typeof size === 'string' ? bytesOf(size) : size
  if (typeof bytes === 'number' && bytes >= 0 && Number.isFinite(bytes)) return Math.round(bytes)
  throw new UsageError(`${name}: ${JSON.stringify(size) ?? String(size)} is no amount of bytes`, {
    input: name,
    nextStep: `write a number of bytes, or text such as '16 GiB'; units are ${Object.keys(units).join(', ')}`,
  })
}

/** `24 GiB`, for people: at most one decimal, binary units, rounded down so that it never promises more. */
export function formatBytes(bytes: number): string {
  const steps = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const
  const step = Math.min(steps.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10))
  return `${Math.floor((bytes / 2 ** (10 * step)) * 10) / 10} ${steps[step]}`
}

function bytesOf(text: string): number | null {
  const match = pattern.exec(text)
  return match === null ? null : Number(match[1]) * units[match[2] as keyof typeof units]
}
