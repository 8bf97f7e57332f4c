import { signal } from '@preact/signals'
import { formatPageState, parsePageState, type PageState } from './page-state.ts'

/** What is shown. Change it with {@link go}; the URL follows. */
export const pageState = signal<PageState>(parsePageState(location.hash))

/** Whether the help is open; not part of a link. */
export const helpOpen = signal(false)

addEventListener('hashchange', () => {
  pageState.value = parsePageState(location.hash)
})

/** `push` makes a step that the browser's back button undoes. */
export function go(patch: Partial<PageState>, entry: 'push' | 'replace' = 'replace'): void {
  const next = { ...pageState.value, ...patch }
  if (entry === 'push') history.pushState(null, '', formatPageState(next))
  else history.replaceState(null, '', formatPageState(next))
  pageState.value = next
}

addEventListener('popstate', () => {
  pageState.value = parsePageState(location.hash)
})

/** A link to a state, for `href`: works with open-in-new-tab too. */
export function linkTo(patch: Partial<PageState>): string {
  return formatPageState({ ...pageState.value, page: 1, table: false, ...patch })
}
