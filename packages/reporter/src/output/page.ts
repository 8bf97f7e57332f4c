import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Report } from '@vitest-hardware/contracts'
import { UsageError } from '@vitest-hardware/contracts/base'

/** The one place in the template for the report. */
const marker = '<!--report-data-->'

/** Characters of JSON above which the data is embedded as base64 of gzip. */
const compressAbove = 256 * 1024

/**
 * The page of a run, from the template that comes with this package.
 * @throws {UsageError} the template is missing
 */
export async function renderPage(report: Report, templateUrl: URL = new URL('../../assets/page.html', import.meta.url)): Promise<string> {
  const template = await readFile(templateUrl, 'utf8').catch((cause: unknown) => {
    throw new UsageError('the template of the page is missing, so no report.html was written', {
      input: templateUrl.pathname,
      nextStep: 'install @vitest-hardware/reporter again; in its own repository: npm run build',
      cause,
    })
  })
  return embedReport(template, report)
}

/** Puts a report into a template. */
export async function embedReport(template: string, report: Report): Promise<string> {
  const parts = template.split(marker)
  if (parts.length !== 2) throw new RangeError(`the template has ${parts.length - 1} places for the report, not 1`)
  const json = JSON.stringify(report)
  return parts.join(json.length <= compressAbove ? embeddable(json) : (await promisify(gzip)(json, { level: 3 })).toString('base64'))
}

/** JSON that cannot end its script element, nor a line of a script. */
export function embeddable(json: string): string {
  return json
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
}
