import { processGroup } from './process-group.ts'

/**
 * Resident set of all processes of a browser: where WebAssembly's memory and the GPU's stand-in lie.
 * @returns bytes; null where the system does not tell
 */
export async function residentMemory(browser: number): Promise<number | null> {
  const members = await processGroup(browser)
  return members?.reduce((sum, { residentBytes }) => sum + residentBytes, 0) ?? null
}
