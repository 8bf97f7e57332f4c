import { resolve } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts/base'
import { hashOf, readText, writeWhole } from './files/generated-file.ts'
import { type Manifest, manifestName, readManifest } from './files/manifest.ts'
import { generatorHash, packageVersion } from './generator-version.ts'
import type { ModuleFacts } from './module-facts.ts'
import { chooseModules, type Selection } from './plan.ts'

export interface GenerateOptions extends Selection {
  /** Folder that gets a folder for each type. */
  readonly out: string
  /** Hardware templates to apply. @default all that there are */
  readonly backends?: readonly string[]
  /** Folder with templates that replace built-in ones. */
  readonly templates?: string
  /** Types that the catalogue does not have, from {@link hubFolderModule}. */
  readonly modules?: readonly ModuleFacts[]
  /** Writes over files that were edited by hand. @default false */
  readonly force?: boolean
  /** Writes nothing and tells what would change. @default false */
  readonly check?: boolean
  /** Called after each type that had to be made. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What {@link generate} did. */
export interface Generated {
  readonly types: number
  /** Types that were made anew. */
  readonly made: number
  /** Paths relative to `out` that were written, or would be. */
  readonly written: readonly string[]
  /** What differs on disk, as a unified diff, by path; only of a check. */
  readonly stale: ReadonlyMap<string, string>
}

/** Generated files were edited by hand. */
export class HandEditedError extends UsageError {
  override readonly name = 'HandEditedError'
}

/**
 * Emits test, benchmark and skillset of each chosen type. What is made already from the same data by the same code is left alone. All texts are made before the
 * first file is written, and each file is written whole.
 * @throws {UnknownModelTypeError} with the nearest names
 * @throws {TemplateError} names the template and the type
 * @throws {HandEditedError} with the edits, unless forced
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const out = resolve(options.out)
  const modules = options.modules ?? chooseModules(options)
  const generator = hashOf(JSON.stringify([generatorHash(options.templates), options.backends ?? null]))
  const manifest = readManifest(out)
  const isSameGenerator = manifest.generator === generator
  const stale = options.check === true ? modules : modules.filter((module) => !isSameGenerator || !isCurrent(module, manifest, out))
  const texts = stale.length === 0 ? new Map<string, Map<string, string>>() : await makeTexts(stale, options)
  const changed = [...texts.values()].flatMap((files) => [...files]).filter(([path, text]) => readText(resolve(out, path)) !== text)
  const done = { types: modules.length, made: stale.length, written: changed.map(([path]) => path) }
  if (options.check === true) return { ...done, stale: await diffs(changed, out) }
  if (options.force !== true) await refuseEdited(changed, manifest, out)
  for (const [path, text] of changed) writeWhole(resolve(out, path), text)
  if (stale.length > 0) writeWhole(resolve(out, manifestName), manifestText(manifest, generator, modules, texts))
  return { ...done, stale: new Map() }
}

function isCurrent(module: ModuleFacts, manifest: Manifest, out: string): boolean {
  const known = manifest.types[module.names.type]
  if (known === undefined || known.source !== sourceHash(module)) return false
  return Object.entries(known.files).every(([path, hash]) => {
    const text = readText(resolve(out, path))
    return text !== null && hashOf(text) === hash
  })
}

const sourceHashes = new WeakMap<ModuleFacts, string>()
function sourceHash(module: ModuleFacts): string {
  const hash = sourceHashes.get(module) ?? hashOf(JSON.stringify(module))
  sourceHashes.set(module, hash)
  return hash
}

async function makeTexts(modules: readonly ModuleFacts[], options: GenerateOptions): Promise<Map<string, Map<string, string>>> {
  // loaded only when something has to be made: ts-morph alone takes longer than to see that nothing has
  const [{ loadTemplates }, { filesOf }, { createPrinter }] = await Promise.all([
    import('./templates/user-templates.ts'),
    import('./emit/files-of.ts'),
    import('./emit/printer.ts'),
  ])
  const templates = await loadTemplates(options.templates)
  const printer = createPrinter()
  const backends = options.backends ?? [...templates.hardware.keys()]
  const version = packageVersion()
  const texts = new Map<string, Map<string, string>>()
  for (const module of modules) {
    const banner = `// Made by vitest-hardware ${version} from ${sourceHash(module)}; do not edit, "vitest-hardware generate" writes it anew.`
    texts.set(module.names.type, new Map(await filesOf(module, { templates, backends, banner, printer })))
    options.onProgress?.(texts.size, modules.length)
  }
  return texts
}

function manifestText(
  manifest: Manifest,
  generator: string,
  modules: readonly ModuleFacts[],
  texts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string {
  const made = modules.flatMap((module) => {
    const files = texts.get(module.names.type)
    if (files === undefined) return []
    const hashes = Object.fromEntries([...files].map(([path, text]) => [path, hashOf(text)]))
    return [[module.names.type, { source: sourceHash(module), files: hashes }] as const]
  })
  // what another generator made, and this run did not, is made anew when it is asked for
  const kept =
    manifest.generator === generator
      ? Object.entries(manifest.types)
      : Object.entries(manifest.types).map(([type, one]) => [type, { ...one, source: '' }] as const)
  const types = Object.fromEntries([...new Map([...kept, ...made])].sort(([a], [b]) => (a < b ? -1 : 1)))
  const lines = Object.entries(types).map(([type, one]) => `    ${JSON.stringify(type)}: ${JSON.stringify(one)}`)
  return `{\n  "schema": "vitest-hardware/generated@1",\n  "generator": ${JSON.stringify(generator)},\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`
}

/** A file whose text is neither what was written last time nor what is to be written holds somebody's work. */
async function refuseEdited(changed: readonly (readonly [string, string])[], manifest: Manifest, out: string): Promise<void> {
  const written = new Map(Object.values(manifest.types).flatMap(({ files }) => Object.entries(files)))
  const edited = changed.filter(([path]) => {
    const text = readText(resolve(out, path))
    return text !== null && hashOf(text) !== written.get(path)
  })
  if (edited.length === 0) return
  const edits = [...(await diffs(edited, out)).values()].join('\n')
  throw new HandEditedError(
    `${edited.length === 1 ? 'a generated file was' : `${edited.length} generated files were`} edited by hand\n${edits}`,
    {
      input: edited.map(([path]) => path).join(', '),
      nextStep: 'move the edits to a file of your own, or write over them with --force',
    },
  )
}

async function diffs(changed: readonly (readonly [string, string])[], out: string): Promise<Map<string, string>> {
  const { createTwoFilesPatch } = await import('diff')
  return new Map(
    changed.map(([path, text]) => [
      path,
      createTwoFilesPatch(`${path} (on disk)`, `${path} (generated)`, readText(resolve(out, path)) ?? '', text, undefined, undefined, {
        context: 2,
      }),
    ]),
  )
}
