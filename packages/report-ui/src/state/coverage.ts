import type { Report, TestState } from '@vitest-hardware/contracts'
import { labelOfResult } from './backend-label.ts'
import type { DataTable } from './data-table.ts'
import { formatCount, plural } from './numbers.ts'
import { stateGlyphs } from './pair-words.ts'
import { compareText } from './series.ts'

/** The worst state of a type's task on one backend counts; a skip says least. */
const severity: readonly TestState[] = ['skipped', 'passed', 'interrupted', 'failed']

/** One row for each task of each type that the run knew, one column for each backend. */
export function matrixTable(report: Report): DataTable {
  const cells = new Map<string, Map<string, TestState>>()
  const backends = new Set<string>()
  for (const result of report.results) {
    const { modelType, task } = report.tests[result.test] ?? { modelType: null, task: null }
    if (modelType === null) continue
    const backend = labelOfResult(report, result)
    backends.add(backend)
    const key = JSON.stringify([modelType, task ?? ''])
    const row = cells.get(key) ?? new Map<string, TestState>()
    cells.set(key, row)
    const known = row.get(backend)
    if (known === undefined || severity.indexOf(result.state) > severity.indexOf(known)) row.set(backend, result.state)
  }
  const columns = [...backends].sort(compareText)
  return {
    columns: [
      { key: 'type', label: 'Model type' },
      { key: 'task', label: 'Task' },
      ...columns.map((backend) => ({
        key: backend.replaceAll('-', '_'),
        label: backend,
        show: (value: unknown) => `${stateGlyphs[value as TestState]} ${String(value)}`,
      })),
    ],
    rows: [...cells]
      .map(([key, row]) => {
        const [type, task] = JSON.parse(key) as [string, string]
        return [type, task, ...columns.map((backend) => row.get(backend) ?? null)]
      })
      .sort((a, b) => compareText(String(a[0]), String(b[0])) || compareText(String(a[1]), String(b[1]))),
  }
}

export function gapsTable({ catalogue }: Report): DataTable {
  return {
    columns: [
      { key: 'type', label: 'Model type' },
      { key: 'tier', label: 'Tier' },
      { key: 'task', label: 'Task', show: (value) => (value === null ? 'all' : String(value)) },
      { key: 'reason', label: 'Why' },
    ],
    rows: (catalogue?.gaps ?? []).map(({ type, tier, task, reason }) => [type, tier, task ?? 'all', reason]),
  }
}

export function inventoryTable({ catalogue }: Report): DataTable {
  return {
    columns: [
      { key: 'type', label: 'Model type' },
      { key: 'family', label: 'Family' },
      { key: 'tier', label: 'Tier' },
      { key: 'task', label: 'Task' },
      { key: 'class', label: 'Class' },
      { key: 'loader', label: 'Loaded by', show: (value) => String(value) },
    ],
    rows: (catalogue?.inventory ?? []).map(({ type, family, tier, task, class: name, loader }) => [type, family, tier, task, name, loader]),
  }
}

/** Title of the view. */
export function coverageFinding({ catalogue }: Report, matrix: DataTable): string {
  const types = new Set(matrix.rows.map(([type]) => type)).size
  const tested = types === 0 ? 'No model type was tested' : `${plural(types, 'model type')} tested in this run`
  const all = catalogue?.tiers.at(-1)
  if (catalogue === undefined || all === undefined) return tested
  return `${tested}; the catalogue builds ${formatCount(all.built)} of ${formatCount(all.types)}, and ${formatCount(catalogue.heads.built)} of ${formatCount(catalogue.heads.total)} classes`
}

/** Tiers in one line: `critical 11 of 11, high 45 of 45 …`. */
export function tiersLine({ catalogue }: Report): string {
  const tiers = catalogue?.tiers ?? []
  return tiers.map(({ tier, built, types }) => `${tier} ${formatCount(built)} of ${formatCount(types)}`).join(', ')
}
