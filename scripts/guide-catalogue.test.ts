import { readFileSync } from 'node:fs'
import { typeSignatures } from '@vitest-hardware/model-catalogue/listing'
import { expect, test } from 'vitest'

const guide = readFileSync(new URL('../docs/guide/catalogue.md', import.meta.url), 'utf8')
const rows = [...guide.matchAll(/^\| `([^`]+)` +\|[^|]+\|([^|]+)\|$/gm)].map(([, type, graph]) => [type!, graph!] as const)

test('the guide shows at least twelve types', () => {
  expect(rows.length).toBeGreaterThanOrEqual(12)
})

test.each(rows)('what the guide says of the graph of %s is so', (type, graph) => {
  const operators = typeSignatures()[type]!.operators
  const said = [...graph.matchAll(/(no )?`(\w+)`(?: (\d+))?/g)].map(([, none, operator, count]) => [
    operator!,
    none === undefined ? Number(count) : 0,
  ])
  expect(said.length).toBeGreaterThan(0)
  expect(said.map(([operator]) => [operator, operators[operator!] ?? 0])).toEqual(said)
})
