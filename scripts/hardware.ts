// `npm run hardware` runs the quick tier; `npm run hardware -- --priority <tier>` the generated tests of that tier. Other flags are Vitest's.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Tier, tiers } from '@vitest-hardware/model-catalogue/listing'

const { values, tokens } = parseArgs({
  options: { priority: { type: 'string' } },
  args: process.argv.slice(2),
  strict: false,
  allowPositionals: true,
  tokens: true,
})
const priority = values['priority']
if (priority !== undefined && !tiers.includes(priority as Tier)) {
  console.error(`error: --priority ${String(priority)} is no tier\n  next step: choose one of ${tiers.join(', ')}`)
  process.exit(2)
}

const own = tokens.find((token) => token.kind === 'option' && token.name === 'priority')
const dropped = own === undefined ? [] : own.kind === 'option' && own.inlineValue === true ? [own.index] : [own.index, own.index + 1]
const rest = process.argv.slice(2).filter((_, index) => !dropped.includes(index))
const projects = rest.some((flag) => flag.startsWith('--project')) ? [] : ['--project', 'hardware']
const config = priority === undefined ? [] : ['--config', 'vitest.generated.config.ts']

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const child = spawn(process.execPath, [vitest, 'run', ...config, ...projects, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, ...(priority === undefined ? {} : { VITEST_HARDWARE_PRIORITY: String(priority) }) },
})
// an interrupt reaches the whole process group: Vitest ends its workers itself, and says how it ended
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 128 + (signal === 'SIGINT' ? 2 : 15))
})
