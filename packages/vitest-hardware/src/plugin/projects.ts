import type { BackendName, BrowserName, HardwareContext } from '@vitest-hardware/contracts'
import { configDefaults, type TestProjectConfiguration, type UserWorkspaceConfig } from 'vitest/config'
import type { ResolvedOptions } from './options.ts'

type TestOptions = NonNullable<UserWorkspaceConfig['test']>

/** The `test` options of a root config: a project's, plus the list of projects. */
export type RootTestOptions = TestOptions & { projects?: TestProjectConfiguration[] }

/** Where the files of a project run: a backend in Node, or in the pages of a browser. */
export interface Target {
  readonly backend: BackendName
  readonly browser: BrowserName | null
}

/** Name of the project that runs the hardware files there. */
export function projectName({ backend, browser }: Target): string {
  return browser === null ? `hardware-${backend}` : `hardware-${browser}-${backend}`
}

/** Node's backends first, then browser by browser. */
export function targetsOf({
  backends,
  browsers,
  browserBackends,
}: Pick<ResolvedOptions, 'backends' | 'browsers' | 'browserBackends'>): Target[] {
  return [
    ...backends.map((backend) => ({ backend, browser: null })),
    ...browsers.flatMap((browser) => (browserBackends.get(browser) ?? []).map((backend) => ({ backend, browser }))),
  ]
}

/**
 * Options of the root that would leak into the hardware projects, because Vitest joins the lists of a project with those of the config that it extends.
 * They move down into the suite's own projects.
 */
const ownOnly = [
  'include',
  'exclude',
  'includeSource',
  'setupFiles',
  'environment',
  'environmentOptions',
  'browser',
  'typecheck',
  'benchmark',
] as const

/** Variables that must be set before a backend's worker starts. */
export type Environments = ReadonlyMap<BackendName, Readonly<Record<string, string>>>

export interface ProjectsInput {
  /** The root's options; the own-only ones are removed from it. */
  readonly test: RootTestOptions
  readonly options: ResolvedOptions
  /** Name of the suite's own project where it has none. */
  readonly ownName: string
  /** Setup file that skips what cannot run and installs the matchers. */
  readonly setupFile: string
  contextOf(target: Target): HardwareContext
  readonly environments: Environments
}

/** The suite's own projects, less the hardware files, followed by one project per backend, and per browser and backend. */
export function splitProjects(input: ProjectsInput): TestProjectConfiguration[] {
  const inherited: TestOptions = {}
  for (const key of ownOnly) {
    if (input.test[key] === undefined) continue
    Object.assign(inherited, { [key]: input.test[key] })
    delete input.test[key]
  }
  const declared = input.test.projects ?? [{ extends: true, test: { name: input.test.name ?? input.ownName } }]
  const hidden = [...input.options.include, ...input.options.benchmarks]
  return [
    ...declared.map((project) => ownProject(project, inherited, hidden)),
    ...targetsOf(input.options).map((target, index) => hardwareProject(target, index, input)),
  ]
}

function ownProject(project: TestProjectConfiguration, inherited: TestOptions, hidden: readonly string[]): TestProjectConfiguration {
  // a path, a promise or a function brings its own config, which the root's options never reach
  if (typeof project !== 'object' || project instanceof Promise) return project
  const extendsRoot = project.extends === undefined || project.extends === true
  const test = { ...(extendsRoot ? inherited : {}), ...project.test }
  if (extendsRoot) {
    // lists add up, as they did while the root held them
    for (const key of ['include', 'exclude', 'includeSource'] as const) {
      const both = [...(inherited[key] ?? []), ...(project.test?.[key] ?? [])]
      if (both.length > 0) test[key] = both
    }
    const setupFiles = [inherited.setupFiles ?? [], project.test?.setupFiles ?? []].flat()
    if (setupFiles.length > 0) test.setupFiles = setupFiles
  }
  test.exclude = [...(test.exclude ?? configDefaults.exclude), ...hidden]
  return { ...project, test }
}

function hardwareProject(target: Target, index: number, input: ProjectsInput): TestProjectConfiguration {
  const { options, setupFile } = input
  return {
    extends: true,
    test: {
      name: projectName(target),
      include: [...options.include],
      // without the samples a benchmark would be one number, which nothing can judge
      benchmark: { enabled: options.benchmarks.length > 0, include: [...options.benchmarks], retainSamples: true },
      environment: 'node',
      // LD_LIBRARY_PATH must be set before the process starts, which a thread cannot do
      pool: 'forks',
      // sessions and the runtime are shared by the files of a backend
      isolate: false,
      // what measures runs alone: one file at a time unless the suite says that it measures nothing, one backend after the other
      maxWorkers: options.workers,
      sequence: { groupOrder: firstGroup + index, concurrent: false },
      setupFiles: [setupFile, ...options.setupFiles],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      provide: { vitestHardware: input.contextOf(target) },
      // a browser gets its own environment when it is started
      env: target.browser === null ? { ...input.environments.get(target.backend) } : {},
    },
  }
}

/** Hardware projects run after all others, whose groups people number from 0. */
const firstGroup = 1000
