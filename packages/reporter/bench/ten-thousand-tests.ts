/**
 * 10,000 trivial tests with and without the reporter, in child processes that take turns; prints the ratio of the medians, and
 * the sizes of what the reporter leaves. Options: `--rounds 7`, `--files 100`, `--tests 100` (per file).
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    files: { type: 'string', default: '100' },
    tests: { type: 'string', default: '100' },
  },
})
const [rounds, files, tests] = [Number(values.rounds), Number(values.files), Number(values.tests)]
const home = join(import.meta.dirname, '..', 'e2e')
mkdirSync(home, { recursive: true })
const folder = mkdtempSync(join(home, '.tmp-bench-'))
const vitest = join(import.meta.dirname, '..', '..', '..', 'node_modules', 'vitest', 'vitest.mjs')

try {
  for (let file = 0; file < files; file++) {
    writeFileSync(
      join(folder, `trivial-${file}.test.js`),
      `import { expect, test } from 'vitest'\nfor (let index = 0; index < ${tests}; index++) test('adds ' + index, () => { expect(index + 1).toBe(1 + index) })\n`,
    )
  }
  config('without', '')
  config('with', "hardwareReporter({ record: 'all' })")
  const times = { with: [] as number[], without: [] as number[] }
  for (const kind of ['with', 'without'] as const) run(kind)
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)
    for (const kind of order) {
      if (kind === 'with') rmSync(join(folder, '.vitest-hardware'), { recursive: true, force: true })
      times[kind].push(run(kind))
    }
  }
  const medians = { with: median(times.with), without: median(times.without) }
  const ratios = times.with.map((time, round) => time / times.without[round]!)
  const size = (name: string): string => `${(statSync(join(folder, '.vitest-hardware', name)).size / 2 ** 20).toFixed(2)} MiB`
  process.stdout.write(
    [
      `${files * tests} tests, ${rounds} rounds`,
      `without  median ${medians.without.toFixed(0)} ms (${times.without.map((time) => time.toFixed(0)).join(', ')})`,
      `with     median ${medians.with.toFixed(0)} ms (${times.with.map((time) => time.toFixed(0)).join(', ')})`,
      `ratio of medians ${(medians.with / medians.without).toFixed(3)}, median of the rounds' ratios ${median(ratios).toFixed(3)}`,
      `results.duckdb ${size('results.duckdb')}, report.html ${size('report.html')}`,
      '',
    ].join('\n'),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function config(kind: 'with' | 'without', reporter: string): void {
  const imports = kind === 'with' ? "import { hardwareReporter } from '@vitest-hardware/reporter'\n" : ''
  writeFileSync(
    join(folder, `${kind}.config.js`),
    `${imports}export default { test: { include: ['*.test.js'], reporters: ['default'${reporter === '' ? '' : `, ${reporter}`}] } }\n`,
  )
}

function run(kind: 'with' | 'without'): number {
  const before = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', '--config', `${kind}.config.js`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CI: '', NO_COLOR: '1' },
  })
  const time = performance.now() - before
  if (status !== 0) throw new Error(`vitest ended with ${status}\n${stdout}\n${stderr}`)
  if (process.env['BENCH_VERBOSE'] !== undefined) process.stdout.write(stdout.slice(-1500))
  return time
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
