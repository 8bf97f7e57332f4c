import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getBackend } from '@vitest-hardware/backends'
import { type BackendName, type CatalogueCoverage, type HardwareContext, hardwareContextKey } from '@vitest-hardware/contracts'
import { hardwareReporter } from '@vitest-hardware/reporter'
import type { Plugin } from 'vitest/config'
import { type HardwareOptions, resolveOptions } from './options.ts'
import { expandProjectFilter } from './project-filter.ts'
import { type Environments, type RootTestOptions, splitProjects } from './projects.ts'

/**
 * Adds to a Vitest config one project per backend (`hardware-cpu`, `hardware-webgpu` …), one per browser and backend
 * (`hardware-chromium-webgpu` …), and the reporter.
 * The suite's own projects, reporters and options stay as they were.
 *
 * @example
 * export default defineConfig({ plugins: [hardware()] })
 * @throws {UsageError} wrong options
 */
export function hardware(options: HardwareOptions = {}): Plugin[] {
  const resolved = resolveOptions(options)
  const reported = new WeakSet<object>()
  const setupFile = fileURLToPath(import.meta.resolve('@vitest-hardware/test-fixtures/setup'))
  return [
    {
      name: 'vitest-hardware:projects',
      enforce: 'pre',
      config: {
        // before Vitest captures the options that its inline projects extend
        order: 'pre',
        async handler(config) {
          const test: RootTestOptions = (config.test ??= {})
          if (isHardwareProject(test)) return
          const root = resolve(test.root ?? config.root ?? process.cwd())
          const cacheFolder = join(root, 'node_modules', '.cache', 'vitest-hardware')
          const baselineFile = join(root, resolved.folder, 'baselines.json')
          test.projects = splitProjects({
            test,
            options: resolved,
            ownName: packageName(root),
            setupFile,
            contextOf: (target) => ({ ...target, root, baselineFile, cacheFolder, ...shareOfCores(resolved.workers) }),
            environments: await findEnvironments(resolved.backends, cacheFolder),
          })
        },
      },
    },
    {
      name: 'vitest-hardware:project-filter',
      // after Vitest has merged the command line into the config
      config(config) {
        // `--project` arrives here, though no config file may have it
        const test = config.test as { project?: string | string[] } | undefined
        if (test?.project !== undefined) test.project = expandProjectFilter([test.project].flat())
      },
    },
    {
      name: 'vitest-hardware:reporter',
      configureVitest({ vitest }) {
        // called for every project, on one Vitest
        if (reported.has(vitest)) return
        reported.add(vitest)
        vitest.config.reporters.push(hardwareReporter({ folder: resolved.folder, record: resolved.record, catalogue }))
      },
    },
  ]
}

/** Loaded at the end of a run alone: the facts of all types are a megabyte. */
async function catalogue(): Promise<CatalogueCoverage> {
  const [{ catalogueCoverage }, { modelTypeFacts, modelTypeGaps, typeSignatures }] = await Promise.all([
    import('@vitest-hardware/codegen/coverage'),
    import('@vitest-hardware/model-catalogue/listing'),
  ])
  return catalogueCoverage({ facts: modelTypeFacts(), signatures: typeSignatures(), gaps: modelTypeGaps() })
}

/** Workers that each ran as many threads as there are cores would wait for each other. */
function shareOfCores(workers: number): Pick<HardwareContext, 'intraOpNumThreads'> {
  return workers === 1 ? {} : { intraOpNumThreads: Math.max(1, Math.floor(availableParallelism() / workers)) }
}

/** A project that this plugin made reads the same config file again where it needs a Vite server of its own. */
function isHardwareProject(test: RootTestOptions): boolean {
  return test.provide !== undefined && hardwareContextKey in test.provide
}

async function findEnvironments(names: readonly BackendName[], cacheFolder: string): Promise<Environments> {
  const environments = new Map<BackendName, Readonly<Record<string, string>>>()
  for (const name of names) {
    const environment = await getBackend(name).environment?.(cacheFolder)
    if (environment !== undefined) environments.set(name, environment)
  }
  return environments
}

function packageName(root: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name?: string }
    return name ?? basename(root)
  } catch {
    return basename(root)
  }
}
