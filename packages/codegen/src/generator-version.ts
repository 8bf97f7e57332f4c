import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashOf } from './files/generated-file.ts'

/** This package's version, for people. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string }).version
}

/** Changes with each change of this package's code or of the user's templates, so that what older code made is made anew. */
export function generatorHash(templatesFolder: string | undefined): string {
  const own = fileURLToPath(new URL('.', import.meta.url))
  return hashOf([own, ...(templatesFolder === undefined ? [] : [templatesFolder])].map(hashOfFolder).join())
}

function hashOfFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name) && !/\.(test|bench|d)\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return hashOf(files.map((file) => readFileSync(file, 'utf8')).join('\0'))
}
