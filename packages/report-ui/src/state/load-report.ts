import type { Report } from '@vitest-hardware/contracts'

/** What the page found where its report should be. */
export type LoadedReport =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly problem: string }

/**
 * Reads the embedded report: JSON as it is, or base64 of gzip of JSON, which keeps 10,000 tests small.
 * The marker of a template that nobody filled reads as `none`.
 */
export async function loadReport(embedded: string): Promise<LoadedReport> {
  const content = embedded.trim()
  if (content === '' || content.startsWith('<!--')) return { kind: 'none' }
  try {
    const json = content.startsWith('{') ? content : await gunzip(content)
    const parsed: unknown = JSON.parse(json)
    if (!isReport(parsed)) return { kind: 'broken', problem: 'The data in this page is not of the schema vitest-hardware/report@1.' }
    return { kind: 'report', report: parsed }
  } catch (error) {
    return { kind: 'broken', problem: `The data in this page cannot be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}

async function gunzip(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(unzipped).text()
}

/** The reporter validates the whole report when it writes it; the page checks only that it is one. */
function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 'vitest-hardware/report@1'
}
