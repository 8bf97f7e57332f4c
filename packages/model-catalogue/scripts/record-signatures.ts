/** Writes `data/signatures.json`, a line for each type, from the graphs that they build. `--check` fails where it is not current. Type names restrict what is built anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadModelTypes } from '../src/registry.ts'
import { describeType } from '../src/signatures/describe-type.ts'
import { openModel } from '../src/testing/run-model.ts'

const target = fileURLToPath(new URL('../data/signatures.json', import.meta.url))
const isCheck = process.argv.includes('--check')
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const old = existsSync(target) ? (JSON.parse(readFileSync(target, 'utf8')) as Record<string, unknown>) : {}

const lines: string[] = []
for (const type of await loadModelTypes()) {
  const isKept = chosen.length > 0 && !chosen.includes(type.type) && type.type in old
  const signature = isKept
    ? old[type.type]
    : await describeType(type, openModel).catch((error: unknown) => {
        process.exitCode = 1
        console.error(`${type.type}: ${String(error)}`)
        return null
      })
  if (signature !== null) lines.push(`${JSON.stringify(type.type)}:${JSON.stringify(signature)}`)
}
const text = `{\n${lines.join(',\n')}\n}\n`
if (!isCheck) writeFileSync(target, text)
else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  console.error('data/signatures.json is not current; run: node scripts/record-signatures.ts')
  process.exitCode = 1
}
