import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a folder of generated files was made from, and what was written: so that nothing is made twice and no edit by hand is lost. */
export interface Manifest {
  readonly schema: typeof schema
  /** Hash of the code that made the files. */
  readonly generator: string
  /** By type: hash of the facts that its files were made from, and hash of each file by path. */
  readonly types: Readonly<Record<string, { readonly source: string; readonly files: Readonly<Record<string, string>> }>>
}

const schema = 'vitest-hardware/generated@1'
export const manifestName = '.generated.json'

/** The manifest of a folder; an empty one where there is none, or none that can be read: then everything is made anew. */
export function readManifest(folder: string): Manifest {
  const empty: Manifest = { schema, generator: '', types: {} }
  try {
    const read = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as Partial<Manifest> | null
    return read?.schema === schema && typeof read.types === 'object' ? { ...empty, ...read } : empty
  } catch {
    return empty
  }
}
