// Prints the closing line of a test run, with one line per reason for what was skipped, and fails where CI skipped what it must not.
import { readFileSync } from 'node:fs'
import { type JsonReport, summarize } from './test-summary.ts'

const [file] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('usage: node scripts/summarize-tests.ts <report.json>\n')
  process.exit(2)
}
const summary = summarize(JSON.parse(readFileSync(file, 'utf8')) as JsonReport, process.env['CI'] !== undefined)
process.stdout.write(`${summary.lines.join('\n')}\n`)
process.exitCode = summary.exitCode
