/**
 * Writes `src/registry.generated.ts`: one import for each file below `src/types/<family>/`, which exports `modelType`.
 * `--check` fails where the file is not current.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')
const target = join(source, 'registry.generated.ts')

/** The registry's text for the files that stand there now. */
export function registryText(): string {
  const files = readdirSync(join(source, 'types'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[a-z0-9-]+\.ts$/.test(entry.name))
    .map((entry) => relative(source, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => readFileSync(join(source, file), 'utf8').includes('export const modelType:'))
    .sort()
  const identifier = (file: string): string =>
    file.replace(/^types\/.*\/|\.ts$/g, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return [
    '// Made by scripts/generate-registry.ts from the files in types/; never edited.',
    "import type { ModelType } from './model-type.ts'",
    ...files.map((file) => `import { modelType as ${identifier(file)} } from './${file}'`),
    '',
    `export const registeredTypes: readonly ModelType[] = [${files.map(identifier).join(', ')}]`,
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = registryText()
  if (!process.argv.includes('--check')) writeFileSync(target, text)
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('src/registry.generated.ts is not current; run: node scripts/generate-registry.ts')
    process.exitCode = 1
  }
}
