import { render } from 'preact'
import { App } from './app.tsx'
import { listenForShortcuts } from './keyboard/shortcuts.ts'
import { loadReport } from './state/load-report.ts'

const loaded = await loadReport(document.getElementById('report')?.textContent ?? '')
const page = document.getElementById('page')
if (page === null) throw new Error('the template has no element to draw into')
page.textContent = ''

if (loaded.kind === 'report') {
  document.title = `${loaded.report.run.state} · vitest-hardware`
  listenForShortcuts(loaded.report)
  render(<App report={loaded.report} />, page)
} else {
  render(
    <main class="nothing">
      <h1>{loaded.kind === 'none' ? 'This page holds no report' : 'This report cannot be shown'}</h1>
      <p>
        {loaded.kind === 'none'
          ? 'It is the template that a run fills. Run your tests with the vitest-hardware plugin, then open the report that they leave.'
          : loaded.problem}
      </p>
    </main>,
    page,
  )
}
