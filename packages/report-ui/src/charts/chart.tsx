import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { TableView } from '../parts/table-view.tsx'
import { toCsv, toJson, type DataTable } from '../state/data-table.ts'
import { go, pageState } from '../state/store.ts'
import type { Canvas } from './draw-plot.ts'
import { palette } from './palette.ts'
import { saveFile } from './save-file.ts'
import { composeSvg, svgText, svgToPng } from './svg-export.ts'

export interface ChartProps {
  /** Name of exported files, without an ending. */
  readonly name: string
  /** The finding, as a sentence. */
  readonly title: string
  /** What the axis is, its direction, and n. */
  readonly note: string
  readonly table: DataTable
  readonly draw: (canvas: Canvas) => SVGSVGElement
  /** Shown in place of the drawing, where the page shows something better than a picture. */
  readonly children?: ComponentChildren
}

/** Width of exported drawings, pixels. */
const exportWidth = 1000

/** A chart with its title, its table twin and its exports. */
export function Chart({ name, title, note, table, draw, children }: ChartProps) {
  const heading = useId()
  const problem = useSignal('')
  const isTable = pageState.value.table
  const compose = () => {
    const canvas = { width: exportWidth, palette: palette.value }
    return composeSvg(canvas, draw(canvas), title, note)
  }
  const savePng = () =>
    svgToPng(compose()).then(
      (picture) => saveFile(`${name}.png`, picture),
      (error: unknown) => {
        problem.value = `No PNG: ${error instanceof Error ? error.message : String(error)} SVG has no such limit.`
      },
    )
  return (
    <figure class="chart card" aria-labelledby={heading}>
      <figcaption>
        <h2 id={heading}>{title}</h2>
        <p class="muted">{note}</p>
      </figcaption>
      {isTable ? <TableView table={table} label={title} /> : (children ?? <Drawing draw={draw} label={title} />)}
      <div class="chart-tools" role="group" aria-label="This chart as">
        <button type="button" aria-pressed={isTable} onClick={() => go({ table: !isTable, page: 1 })}>
          Table <kbd>t</kbd>
        </button>
        <span class="spacer" />
        <button type="button" onClick={() => saveFile(`${name}.csv`, new Blob([toCsv(table)], { type: 'text/csv' }))}>
          CSV
        </button>
        <button type="button" onClick={() => saveFile(`${name}.json`, new Blob([toJson(table)], { type: 'application/json' }))}>
          JSON
        </button>
        <button type="button" onClick={() => saveFile(`${name}.svg`, new Blob([svgText(compose())], { type: 'image/svg+xml' }))}>
          SVG
        </button>
        <button type="button" onClick={savePng}>
          PNG
        </button>
      </div>
      <p role="status" class="problem">
        {problem}
      </p>
    </figure>
  )
}

function Drawing({ draw, label }: { readonly draw: ChartProps['draw']; readonly label: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useSignal(0)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      width.value = element.clientWidth
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [width])
  const canvas = { width: width.value, palette: palette.value }
  useLayoutEffect(() => {
    if (canvas.width > 0) frame.current?.replaceChildren(draw(canvas))
  })
  return <div class="drawing" role="img" aria-label={`${label} Press t for the numbers as a table.`} ref={frame} />
}
