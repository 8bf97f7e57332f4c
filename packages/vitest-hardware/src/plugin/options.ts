import { type BrowserBackendName, browserBackendNames } from '@vitest-hardware/backends'
import { type BackendName, backendNames, type BrowserName, browserNames, UsageError } from '@vitest-hardware/contracts'
import type { Recorded } from '@vitest-hardware/reporter'
import { z } from 'zod'

/** What `hardware()` takes. */
export interface HardwareOptions {
  /**
   * Backends to make projects for; one that cannot run here is skipped with its reason.
   * @default every backend but `reference`, which is slow and has no hardware of its own
   */
  readonly backends?: readonly BackendName[]
  /**
   * Browsers in whose pages the backends of {@link browserBackends} run too, each a project of its own (`hardware-chromium-wasm`); one that is
   * not installed is skipped with its reason. `[]` for none.
   * @default ['chromium', 'firefox']
   */
  readonly browsers?: readonly BrowserName[]
  /**
   * What is run in each browser, or by browser: `{ firefox: ['wasm'] }`.
   * @default those of `wasm` and `webgpu` that are in `backends`
   */
  readonly browserBackends?: readonly BrowserBackendName[] | Readonly<Partial<Record<BrowserName, readonly BrowserBackendName[]>>>
  /**
   * Folder for results, relative to the root.
   * @default '.vitest-hardware'
   */
  readonly folder?: string
  /** Files of the hardware projects. @default ['**\/*.hardware.test.?(c|m)[jt]s?(x)'] */
  readonly include?: readonly string[]
  /** Benchmarks of the hardware projects. @default ['**\/*.hardware.bench.?(c|m)[jt]s?(x)'] */
  readonly benchmarks?: readonly string[]
  /** Setup files of the hardware projects alone; the suite's own are not inherited, since they may need another environment. @default [] */
  readonly setupFiles?: readonly string[]
  /**
   * Files of a backend that run side by side, each with its share of the cores. More than one is for suites that take no times, since what is
   * measured is disturbed by what runs beside it; benchmarks run one at a time all the same.
   * @default 1
   */
  readonly workers?: number
  /**
   * Which tests are recorded: `hardware`, those of the hardware projects; `described`, also those of other projects that say what they are
   * about, as the base fixtures do; `all`, every test.
   * @default 'described'
   */
  readonly record?: Recorded
}

export interface ResolvedOptions {
  readonly backends: readonly BackendName[]
  readonly browsers: readonly BrowserName[]
  /** For each of `browsers`. */
  readonly browserBackends: ReadonlyMap<BrowserName, readonly BrowserBackendName[]>
  readonly folder: string
  readonly include: readonly string[]
  readonly benchmarks: readonly string[]
  readonly setupFiles: readonly string[]
  readonly workers: number
  readonly record: Recorded
}

const backendsOfBrowser = z.array(z.enum(browserBackendNames))

const OptionsSchema = z.strictObject({
  backends: z
    .array(z.enum(backendNames))
    .min(1)
    .default(backendNames.filter((name) => name !== 'reference')),
  browsers: z.array(z.enum(browserNames)).default(['chromium', 'firefox']),
  browserBackends: z.union([backendsOfBrowser, z.partialRecord(z.enum(browserNames), backendsOfBrowser)]).optional(),
  folder: z.string().min(1).default('.vitest-hardware'),
  include: z.array(z.string()).min(1).default(['**/*.hardware.test.?(c|m)[jt]s?(x)']),
  benchmarks: z.array(z.string()).default(['**/*.hardware.bench.?(c|m)[jt]s?(x)']),
  setupFiles: z.array(z.string()).default([]),
  workers: z.int().min(1).default(1),
  record: z.enum(['hardware', 'described', 'all']).default('described'),
})

/** @throws {UsageError} an unknown option or a value of the wrong kind; names it */
export function resolveOptions(options: HardwareOptions): ResolvedOptions {
  const result = OptionsSchema.safeParse(options)
  if (result.success) {
    const { backends, browsers, browserBackends: given } = result.data
    // WebNN has no driver on most machines; who has one asks for it
    const usual = (['wasm', 'webgpu'] as const).filter((name) => backends.includes(name))
    const backendsOf = (browser: BrowserName): readonly BrowserBackendName[] => (Array.isArray(given) ? given : (given?.[browser] ?? usual))
    return { ...result.data, browserBackends: new Map(browsers.map((browser) => [browser, backendsOf(browser)])) }
  }
  throw new UsageError(`hardware() was given wrong options:\n${z.prettifyError(result.error)}`, {
    input: JSON.stringify(options),
    nextStep: `correct the call of hardware() in the Vitest config; backends are ${backendNames.join(', ')}; browsers are ${browserNames.join(', ')}`,
  })
}
