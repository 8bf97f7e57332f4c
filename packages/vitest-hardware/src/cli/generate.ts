import { backendNames, families } from '@vitest-hardware/contracts/base'
import { chooseModules, generate, type Generated, type GenerateOptions, type ModuleFacts } from '@vitest-hardware/codegen'
import { tiers, type Tier } from '@vitest-hardware/model-catalogue/listing'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { showProgress } from './progress.ts'

interface Flags {
  readonly models?: readonly string[]
  readonly family?: string
  readonly priority: Tier
  readonly backends?: readonly string[]
  readonly out: string
  readonly template?: string
  readonly check?: true
  readonly force?: true
  readonly json?: true
}

export function addGenerate(program: Command): void {
  program
    .command('generate')
    .description('emit tests, benchmarks and skillsets of model types')
    .option(
      '--models <types>',
      'model types, folders in the hub’s layout (./my-model), or modules that define a type (./my-type.ts), separated by commas',
      list,
    )
    .addOption(new Option('--family <family>', 'all types of a family').choices(families))
    .addOption(new Option('--priority <tier>', 'all types of a tier and those above it').choices(tiers).default('all'))
    .option('--backends <names>', 'hardware templates to apply, separated by commas; all where none is named', backendList)
    .option('--out <folder>', 'gets a folder for each type', 'generated/models')
    .option('--template <folder>', 'your own templates: hardware/, tasks/, families/')
    .option('--check', 'write nothing; exit 1 with a diff where files are not current')
    .option('--force', 'write over files that were edited by hand')
    .option('--json', 'print JSON')
    .action(async (flags: Flags) => {
      const progress = showProgress('generating')
      try {
        report(await generate({ ...(await optionsOf(flags)), onProgress: (done, total) => progress.update(done, total) }), flags)
      } finally {
        progress.stop()
      }
    })
}

async function optionsOf({ models, family, priority, backends, out, template, check, force }: Flags): Promise<GenerateOptions> {
  return {
    out,
    modules: await modulesOf(models, out, { priority, ...(family === undefined ? {} : { family }) }),
    ...(backends === undefined ? {} : { backends }),
    ...(template === undefined ? {} : { templates: template }),
    ...(check === undefined ? {} : { check }),
    ...(force === undefined ? {} : { force }),
  }
}

async function modulesOf(
  models: readonly string[] | undefined,
  out: string,
  selection: { readonly priority: Tier; readonly family?: string },
): Promise<ModuleFacts[]> {
  if (models === undefined) return chooseModules(selection)
  const isPath = (name: string): boolean => /^[./]|^[A-Za-z]:\\/.test(name)
  const paths = models.filter(isPath)
  const types = models.filter((name) => !isPath(name))
  const own = await Promise.all(paths.map((path) => (/\.m?[jt]s$/.test(path) ? moduleOfType(path, out) : moduleOfFolder(path))))
  return [...(types.length === 0 ? [] : chooseModules({ models: types })), ...own]
}

async function moduleOfType(path: string, out: string): Promise<ModuleFacts> {
  const { ownTypeModule } = await import('@vitest-hardware/codegen/own-type')
  return ownTypeModule(path, out)
}

async function moduleOfFolder(path: string): Promise<ModuleFacts> {
  const { hubFolderModule } = await import('@vitest-hardware/codegen/hub-folder')
  const { module, warnings } = hubFolderModule(path, process.cwd())
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`)
  return module
}

function report({ types, made, written, stale }: Generated, { check, json, out }: Flags): void {
  if (stale.size > 0) process.exitCode = 1
  if (json !== undefined) {
    process.stdout.write(`${JSON.stringify({ types, made, written, stale: Object.fromEntries(stale) }, null, 2)}\n`)
    return
  }
  const diff = [...stale.values()].map((text) => `${text}\n`).join('')
  const verdict =
    check === undefined
      ? `${types} types in ${out}: ${written.length === 0 ? 'all current' : `${written.length} files written`}`
      : `${types} types in ${out}: ${stale.size === 0 ? 'all current' : `${stale.size} files are not current; run vitest-hardware generate`}`
  process.stdout.write(`${diff}${verdict}\n`)
}

function list(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length === 0) throw new InvalidArgumentError('name at least one.')
  return names
}

function backendList(text: string): string[] {
  const names = list(text)
  const unknown = names.find((name) => !(backendNames as readonly string[]).includes(name))
  if (unknown !== undefined) throw new InvalidArgumentError(`${JSON.stringify(unknown)} is none of ${backendNames.join(', ')}.`)
  return names
}
