import type { CatalogueCoverage } from '@vitest-hardware/contracts'
import { isInTier, type ModelTypeFacts, type Tier, tiers, type TypeSignature } from '@vitest-hardware/model-catalogue/listing'

/** The newest result of a model's task on a backend, as the view `compatibility_matrix` has it. */
export interface MatrixRow {
  readonly model_type: string | null
  readonly task: string | null
  readonly backend: string | null
  readonly state: string
  readonly reason: string | null
  /** Name of the test. */
  readonly name: string
}

/** How a class of upstream's can be loaded here. */
export type Loader = 'Transformers.js' | 'session'

/** One of upstream's classes. */
export interface InventoryRow {
  readonly type: string
  readonly family: string
  readonly tier: ModelTypeFacts['tier']
  readonly task: string
  /** e.g. `AutoModelForMaskedLM` */
  readonly auto: string
  /** e.g. `BertForMaskedLM` */
  readonly class: string
  /** What loads it here; null for a gap. */
  readonly loader: Loader | null
}

/** What of a tier can be built. */
export interface TierCoverage {
  readonly tier: Tier
  readonly types: number
  readonly built: number
}

/** A type, or a head of a type, that cannot be tested. */
export interface Gap {
  readonly type: string
  readonly tier: ModelTypeFacts['tier']
  /** Null where the whole type is missing. */
  readonly task: string | null
  readonly reason: string
}

/** A way to load a model, and how many types were tried through it. */
export interface MethodCoverage {
  /** `from_pretrained by AutoModel…`, `from_pretrained by folder`, `session` … */
  readonly method: string
  readonly passed: number
  readonly failed: number
}

/** States of a type's task on one backend: the worst counts. */
export interface MatrixCell {
  readonly type: string
  readonly task: string
  readonly backend: string
  readonly state: 'passed' | 'failed' | 'skipped'
  readonly tests: number
}

export interface Coverage {
  readonly tiers: readonly TierCoverage[]
  readonly heads: { readonly total: number; readonly built: number }
  readonly inventory: readonly InventoryRow[]
  readonly methods: readonly MethodCoverage[]
  readonly matrix: readonly MatrixCell[]
  /** Those of the highest tiers first. */
  readonly gaps: readonly Gap[]
}

export interface CoverageInput {
  readonly facts: readonly ModelTypeFacts[]
  readonly signatures: Readonly<Record<string, TypeSignature>>
  /** Types that cannot be built, with the reason. */
  readonly gaps: Readonly<Record<string, string>>
  readonly rows: readonly MatrixRow[]
}

/** What of upstream's types, classes and tasks is built, loaded and tested, and what is missing. */
export function coverageOf({ facts, signatures, gaps, rows }: CoverageInput): Coverage {
  const inventory = facts.flatMap((one) => inventoryOf(one, signatures[one.type]))
  const missingTypes = facts
    .filter(({ type }) => !(type in signatures))
    .map(({ type, tier }): Gap => ({ type, tier, task: null, reason: gaps[type] ?? 'it is not in the catalogue' }))
  const missingHeads = inventory
    .filter(({ type, loader }) => loader === null && type in signatures)
    .map(({ type, tier, task }): Gap => ({ type, tier, task, reason: 'its graph has no such head' }))
  return {
    tiers: tiers.map((tier) => {
      const types = facts.filter((one) => isInTier(one, tier))
      return { tier, types: types.length, built: types.filter(({ type }) => type in signatures).length }
    }),
    heads: { total: inventory.length, built: inventory.filter(({ loader }) => loader !== null).length },
    inventory,
    methods: methodsOf(rows),
    matrix: matrixOf(rows),
    gaps: [...missingTypes, ...missingHeads].sort(
      (a, b) => rank(a.tier) - rank(b.tier) || order(a.type, b.type) || order(a.task ?? '', b.task ?? ''),
    ),
  }
}

function inventoryOf({ type, family, tier, heads }: ModelTypeFacts, signature: TypeSignature | undefined): InventoryRow[] {
  return heads.map((head) => {
    const built = signature?.heads[head.task]
    const isBuilt = built?.architecture === head.class
    const loader = !isBuilt ? null : signature?.transformersJs === head.auto ? 'Transformers.js' : 'session'
    return { type, family, tier, task: head.task, auto: head.auto, class: head.class, loader }
  })
}

/** Tests of suites are called after the method that they try. */
function methodsOf(rows: readonly MatrixRow[]): MethodCoverage[] {
  const methods = new Map<string, { passed: Set<string>; failed: Set<string> }>()
  for (const { model_type: type, state, name } of rows) {
    const test = name.split(' > ').at(-1)!
    const method = test.startsWith('from_pretrained by ') ? test : test.startsWith('loads as ') ? 'session' : null
    if (type === null || method === null || (state !== 'passed' && state !== 'failed')) continue
    const counts = methods.get(method) ?? { passed: new Set(), failed: new Set() }
    counts[state].add(type)
    methods.set(method, counts)
  }
  return [...methods]
    .map(([method, { passed, failed }]) => ({
      method,
      passed: [...passed].filter((type) => !failed.has(type)).length,
      failed: failed.size,
    }))
    .sort((a, b) => order(a.method, b.method))
}

const severity = ['skipped', 'passed', 'failed'] as const

function matrixOf(rows: readonly MatrixRow[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell>()
  for (const { model_type: type, task, backend, state } of rows) {
    if (type === null || task === null || backend === null) continue
    const seen = severity.find((known) => known === state) ?? 'failed'
    const key = JSON.stringify([type, task, backend])
    const cell = cells.get(key)
    const worst = cell === undefined || severity.indexOf(seen) > severity.indexOf(cell.state) ? seen : cell.state
    cells.set(key, { type, task, backend, state: worst, tests: (cell?.tests ?? 0) + 1 })
  }
  return [...cells.values()].sort((a, b) => order(a.type, b.type) || order(a.task, b.task) || order(a.backend, b.backend))
}

function rank(tier: ModelTypeFacts['tier']): number {
  return tiers.indexOf(tier ?? 'all')
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What the page of a run says of the whole catalogue. */
export function catalogueCoverage(input: Omit<CoverageInput, 'rows'>): CatalogueCoverage {
  const { tiers: built, heads, inventory, gaps } = coverageOf({ ...input, rows: [] })
  return {
    tiers: [...built],
    heads,
    inventory: inventory.map(({ type, family, tier, task, class: name, loader }) => ({ type, family, tier, task, class: name, loader })),
    gaps: [...gaps],
  }
}
