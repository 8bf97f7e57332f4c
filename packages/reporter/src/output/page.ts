import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Report, UsageError } from '@vitest-hardware/contracts'

/** The one place for data in the page's template. */
export const reportMarker = '<!--report-data-->'

/** Longer reports are zipped; shorter ones stay readable in the page's source. */
const plainLimit = 200_000

/** The page of a report: one file, no request to anywhere. */
export async function renderPage(report: Report): Promise<string> {
  return fillTemplate(await readTemplate(), await embed(JSON.stringify(report)))
}

/** JSON as it is, but for characters that could end a script element; or base64 of gzip of it. */
export async function embed(json: string): Promise<string> {
  return json.length <= plainLimit ? escapeJson(json) : (await promisify(gzip)(json, { level: 6 })).toString('base64')
}

/** Characters that end a script element or, in old engines, a JavaScript line can only stand inside strings of JSON, where an escape means the same. */
export function escapeJson(json: string): string {
  return json.replaceAll('<', String.raw`\u003c`).replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`)
}

/** @throws {UsageError} a template without exactly one place for the data */
export function fillTemplate(template: string, data: string): string {
  const [before, after, ...more] = template.split(reportMarker)
  if (before === undefined || after === undefined || more.length > 0) throw brokenTemplate(`it holds ${template.split(reportMarker).length - 1} places for the report, not 1`)
  return before + data + after
}

async function readTemplate(): Promise<string> {
  const url = new URL('../../assets/page.html', import.meta.url)
  try {
    return await readFile(url, 'utf8')
  } catch (error) {
    throw brokenTemplate(`${url.pathname} cannot be read`, error)
  }
}

function brokenTemplate(why: string, cause?: unknown): UsageError {
  return new UsageError(`report.html cannot be written: the page's template is not usable: ${why}`, {
    input: 'assets/page.html',
    nextStep: 'install @vitest-hardware/reporter again; in its repository run: npm run build',
    ...(cause === undefined ? {} : { cause }),
  })
}
