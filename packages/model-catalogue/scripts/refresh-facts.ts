/**
 * Brings `data/model-types.json` to what a checkout of the upstream library says: `npm run catalogue:refresh -- <path>`. Prints what is new, changed and gone; new types
 * become gaps until they are written.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { UsageError } from '@vitest-hardware/contracts/base'
import { modelTypeFacts } from '../src/facts.ts'
import { mergeFacts } from '../src/upstream/merge-facts.ts'
import { readUpstream } from '../src/upstream/read-upstream.ts'

const data = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.url))

try {
  const [folder] = process.argv.slice(2)
  if (folder === undefined)
    throw new UsageError('no checkout is named', { input: '', nextStep: 'npm run catalogue:refresh -- ../transformers' })
  const { facts, added, changed, gone } = mergeFacts(modelTypeFacts(), readUpstream(folder))
  writeFileSync(data('model-types.json'), `[\n${facts.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`)
  const gaps = JSON.parse(readFileSync(data('gaps.json'), 'utf8')) as Record<string, string>
  const all = { ...gaps, ...Object.fromEntries(added.map((type) => [type, 'not written yet'])) }
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(data('gaps.json'), `${JSON.stringify(sorted, null, 2)}\n`)
  const list = (what: string, types: readonly string[]): string =>
    `${types.length} ${what}${types.length === 0 ? '' : `: ${types.join(', ')}`}`
  process.stdout.write(`${facts.length} types\n${list('new', added)}\n${list('changed', changed)}\n${list('gone upstream, kept', gone)}\n`)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`error: ${error.message}\n`)
  process.exitCode = error.exitCode
}
