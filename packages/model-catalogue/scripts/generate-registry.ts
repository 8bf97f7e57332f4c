/**
 * Writes `src/registry.generated.ts`: for each model type the file below `src/types/` that exports it in `modelTypes`.
 * `--check` fails where the file is not current.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ModelType } from '../src/model-type.ts'

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')
const target = join(source, 'registry.generated.ts')

/** The registry's text for the files that stand there now. */
export async function registryText(): Promise<string> {
  const files = readdirSync(join(source, 'types'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[a-z0-9-]+\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'utf8').includes('export const modelTypes:'))
  const types = await Promise.all(
    files.map(async (file) => {
      const { modelTypes } = (await import(pathToFileURL(file).href)) as { modelTypes: readonly ModelType[] }
      return modelTypes.map(({ type }) => [type, relative(source, file).replaceAll('\\', '/')] as const)
    }),
  )
  const sorted = types.flat().sort(([a], [b]) => (a < b ? -1 : 1))
  const twice = sorted.find(([type], index) => sorted[index + 1]?.[0] === type)
  if (twice !== undefined) throw new Error(`${twice[0]} is defined twice`)
  return [
    '// Made by scripts/generate-registry.ts from the files in types/; never edited.',
    "import type { ModelType } from './model-type.ts'",
    '',
    'interface TypesFile {',
    '  readonly modelTypes: readonly ModelType[]',
    '}',
    '',
    '/** Loads the file that defines a type. */',
    'export const registeredTypes: Readonly<Record<string, () => Promise<TypesFile>>> = {',
    ...sorted.map(([type, file]) => `  ${/^[a-z_]\w*$/.test(type) ? type : `'${type}'`}: () => import('./${file}'),`),
    '}',
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await registryText()
  if (!process.argv.includes('--check')) writeFileSync(target, text)
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('src/registry.generated.ts is not current; run: node scripts/generate-registry.ts')
    process.exitCode = 1
  }
}
