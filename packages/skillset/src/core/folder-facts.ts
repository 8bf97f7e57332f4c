import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A JSON file of a model's folder; empty where there is no folder or no such file. */
export async function readJson(folder: string | null, name: string): Promise<Readonly<Record<string, unknown>>> {
  if (folder === null) return {}
  const text = await readFile(join(folder, name), 'utf8').catch(() => null)
  return text === null ? {} : (JSON.parse(text) as Record<string, unknown>)
}

/** Names of labels: those given, or those of the config. */
export function labelsOf(config: Readonly<Record<string, unknown>>, given: number | readonly string[] | undefined): readonly string[] {
  if (typeof given === 'object') return given
  const named = config['id2label']
  if (typeof named === 'object' && named !== null) {
    const byId = named as Readonly<Record<string, unknown>>
    const ids = Object.keys(byId)
      .map(Number)
      .filter((id) => Number.isInteger(id) && id >= 0)
    return Array.from({ length: Math.max(-1, ...ids) + 1 }, (_, id) => {
      const label = byId[id]
      return typeof label === 'string' ? label : `LABEL_${id}`
    })
  }
  return Array.from({ length: given ?? 0 }, (_, id) => `LABEL_${id}`)
}
