import type { Report } from '@vitest-hardware/contracts'
import { useLayoutEffect } from 'preact/hooks'
import { applyTheme } from './charts/palette.ts'
import { nextTheme } from './keyboard/shortcuts.ts'
import { Help } from './parts/help.tsx'
import { formatInstant } from './state/numbers.ts'
import { go, helpOpen, linkTo, pageState } from './state/store.ts'
import { views, viewOf } from './views/registry.ts'

const themeLabels = { auto: 'System', light: 'Light', dark: 'Dark' } as const

export function App({ report }: { readonly report: Report }) {
  const { view: id, theme } = pageState.value
  const view = viewOf(id)
  useLayoutEffect(() => applyTheme(theme), [theme])
  return (
    <>
      <a class="skip-link" href="#main" onClick={focusMain}>
        Skip to the view
      </a>
      <header class="top">
        <div class="bar">
          <p class="brand">
            vitest<span>-hardware</span>
          </p>
          <p class="run muted">
            {report.run.gitBranch === null ? null : <span>{report.run.gitBranch}</span>}
            {report.run.gitCommit === null ? null : (
              <code>
                {report.run.gitCommit.slice(0, 8)}
                {report.run.gitDirty === true ? '+' : ''}
              </code>
            )}
            <time dateTime={report.run.startedAt}>{formatInstant(report.run.startedAt)}</time>
          </p>
          <button type="button" class="quiet" onClick={nextTheme} aria-label={`Colours: ${themeLabels[theme]}. Change`}>
            <span aria-hidden="true">◐</span> {themeLabels[theme]}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              helpOpen.value = true
            }}
          >
            Help <kbd>?</kbd>
          </button>
        </div>
        <nav aria-label="Views">
          {views.map(({ id: target, label }, index) => (
            <a
              key={target}
              href={linkTo({ view: target })}
              aria-current={target === view.id ? 'page' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return
                event.preventDefault()
                go({ view: target, page: 1 }, 'push')
              }}
            >
              {label} <kbd>{index + 1}</kbd>
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1} aria-label={view.label}>
        <view.Body report={report} key={view.id} />
      </main>
      <Help />
    </>
  )
}

/** The hash carries the state of the page, so the link must not change it. */
function focusMain(event: Event): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
