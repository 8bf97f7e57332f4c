import { formatCount } from '../state/numbers.ts'
import { go, pageState } from '../state/store.ts'

/** Part of a long list that is on the current page of the URL's state. */
export function pageOf<T>(
  items: readonly T[],
  size: number,
): { readonly shown: readonly T[]; readonly first: number; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const page = Math.min(pageState.value.page, pages)
  return { shown: items.slice((page - 1) * size, page * size), first: (page - 1) * size, page, pages }
}

/** Nothing where all fits on one page. */
export function Pager({ total, size, what }: { readonly total: number; readonly size: number; readonly what: string }) {
  const pages = Math.ceil(total / size)
  if (pages <= 1) return null
  const page = Math.min(pageState.value.page, pages)
  return (
    <nav class="pager" aria-label={`Pages of ${what}`}>
      <button type="button" disabled={page === 1} onClick={() => go({ page: page - 1 })}>
        ← Previous
      </button>
      <span>
        {formatCount((page - 1) * size + 1)}–{formatCount(Math.min(total, page * size))} of {formatCount(total)} {what}
      </span>
      <button type="button" disabled={page === pages} onClick={() => go({ page: page + 1 })}>
        Next →
      </button>
    </nav>
  )
}
