import { readFile } from 'node:fs/promises'
import { librariesIn, vulkanDriver } from '../../vulkan/driver.ts'
import { processGroup } from './process-group.ts'

/** Name of the software renderer that a process of a browser has mapped, e.g. `swiftshader`; null where none is seen (Linux only). */
export async function mappedSoftwareRenderer(browser: number): Promise<string | null> {
  for (const { pid } of (await processGroup(browser)) ?? []) {
    const maps = await readFile(`/proc/${pid}/maps`, 'utf8').catch(() => '')
    const driver = vulkanDriver({ libraries: librariesIn(maps), files: [] })
    if (driver.kind === 'software' && driver.name !== 'unknown Vulkan driver') return driver.name
  }
  return null
}
