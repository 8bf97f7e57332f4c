import { z } from 'zod'
import { parseJson } from './parse-json.ts'
import { type System, thisSystem } from './system.ts'

export interface AmdGpu {
  readonly name: string
  /** Version of the kernel's amdgpu module, where something tells it. */
  readonly driver: string | null
  readonly memoryBytes: number | null
}

const RocmSmiSchema = z.record(z.string(), z.record(z.string(), z.string()))
const amdVendor = '0x1002'

/** AMD GPUs: as `rocm-smi` lists them, or as the kernel's display manager does where the program is not installed. */
export async function amdGpus(system: System = thisSystem): Promise<AmdGpu[]> {
  const listed = await system.output('rocm-smi', ['--showproductname', '--showmeminfo', 'vram', '--showdriverversion', '--json'])
  const gpus = parseRocmSmi(listed)
  return gpus.length > 0 ? gpus : kernelGpus(system)
}

/** Reads `rocm-smi --json`: an object per card, whose keys changed their capitals with ROCm 6, and one for the system. */
export function parseRocmSmi(json: string | null): AmdGpu[] {
  const parsed = RocmSmiSchema.safeParse(parseJson(json))
  if (!parsed.success) return []
  const driver = parsed.data.system?.['Driver version'] ?? null
  return Object.entries(parsed.data)
    .filter(([key]) => /^card\d+$/.test(key))
    .sort(([a], [b]) => Number(a.slice('card'.length)) - Number(b.slice('card'.length)))
    .map(([, card]) => {
      const named = card['Card Series'] ?? card['Card series'] ?? card['Card Model'] ?? card['Card model']
      return { name: named ?? 'AMD GPU', driver, memoryBytes: bytesIn(card['VRAM Total Memory (B)']) }
    })
}

async function kernelGpus(system: System): Promise<AmdGpu[]> {
  const drm = '/sys/class/drm'
  const cards = (await system.names(drm)).filter((name) => /^card\d+$/.test(name))
  const driver = (await system.text('/sys/module/amdgpu/version'))?.trim() ?? null
  const found = await Promise.all(
    cards.map(async (card) => {
      const read = async (name: string) => (await system.text(`${drm}/${card}/device/${name}`))?.trim()
      if ((await read('vendor')) !== amdVendor) return null
      const named = (await read('product_name')) || `AMD GPU ${(await read('device')) ?? ''}`.trim()
      return { name: named, driver, memoryBytes: bytesIn(await read('mem_info_vram_total')) }
    }),
  )
  return found.filter((gpu) => gpu !== null)
}

function bytesIn(text: string | undefined): number | null {
  const bytes = Number(text ?? Number.NaN)
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null
}
