import type { Report } from '@vitest-hardware/contracts'
import { go, helpOpen, pageState } from '../state/store.ts'
import { views, viewOf } from '../views/registry.ts'
import { stepCell, stepRow } from './move-focus.ts'

/** What the help lists. */
export const shortcutList: readonly (readonly [keys: string, does: string])[] = [
  [`1 – ${views.length}`, 'choose a view'],
  ['j  k', 'next and previous row, cell or series'],
  ['← ↑ → ↓', 'move in the heat map'],
  ['Enter', 'open what has the focus'],
  ['t', 'charts as tables, and back'],
  ['d', 'colours: system, light, dark'],
  ['/', 'filter'],
  ['?', 'this help'],
  ['Esc', 'close'],
]

export const themes = ['auto', 'light', 'dark'] as const

/** Listens until the page goes. Keys with a modifier, and keys typed into a field, are left alone. */
export function listenForShortcuts(report: Report): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.key === 'Escape') return closeTopmost()
    if (isField(event.target) || !pageState.value.shortcuts || helpOpen.value) return
    if (press(event.key, report)) event.preventDefault()
  })
}

function press(key: string, report: Report): boolean {
  const view = /^[1-9]$/.test(key) ? views[Number(key) - 1] : undefined
  if (view !== undefined) go({ view: view.id, page: 1 }, 'push')
  else if (key === 'j' || key === 'k') step(report, key === 'j' ? 1 : -1)
  else if (key === 't') go({ table: !pageState.value.table, page: 1 })
  else if (key === 'd') nextTheme()
  else if (key === '?') helpOpen.value = true
  else if (key === '/') document.querySelector<HTMLElement>('main input[type="search"]')?.focus()
  else return false
  return true
}

export function nextTheme(): void {
  const current = themes.indexOf(pageState.value.theme)
  go({ theme: themes[(current + 1) % themes.length] ?? 'auto' })
}

function step(report: Report, by: 1 | -1): void {
  const { step: stepOfView } = viewOf(pageState.value.view)
  const grid = document.querySelector<HTMLElement>('main [role="grid"]')
  if (grid !== null) stepCell(grid, 0, by)
  else if (stepOfView !== undefined && !pageState.value.table) stepOfView(report, by)
  else stepRow(by)
}

function closeTopmost(): void {
  if (helpOpen.value) helpOpen.value = false
  else if (isField(document.activeElement)) (document.activeElement as HTMLElement).blur()
  else if (viewOf(pageState.value.view).id === 'heat-map' && pageState.value.model !== null) go({ model: null, backend: null })
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
}
