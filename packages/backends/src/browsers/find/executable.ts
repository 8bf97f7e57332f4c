import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/** Where programs lie on each platform; names without a folder are looked up on PATH. */
export type ExecutablePlaces = Partial<Readonly<Record<NodeJS.Platform, readonly string[]>>>

/** The first of these programs that exists and may be executed; null where there is none. */
export async function findExecutable(places: ExecutablePlaces): Promise<string | null> {
  const candidates = (places[process.platform] ?? []).flatMap((place) => {
    const path = place.replaceAll(/%([^%]+)%/g, (_, variable: string) => process.env[variable] ?? '')
    return isAbsolute(path) ? [path] : onPath(path)
  })
  for (const candidate of candidates) if (await isExecutable(candidate)) return candidate
  return null
}

export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function onPath(name: string): string[] {
  return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => (folder === '' ? [] : [join(folder, name)]))
}
