/** Writes `data/signatures.json`, a line for each type, from the graphs that they build. Type names restrict what is built anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadModelTypes } from '../src/registry.ts'
import { describeType } from '../src/signatures/describe-type.ts'
import { openModel } from '../src/testing/run-model.ts'

const target = fileURLToPath(new URL('../data/signatures.json', import.meta.url))
const chosen = process.argv.slice(2)
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
writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`)
