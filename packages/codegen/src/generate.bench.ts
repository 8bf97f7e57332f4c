import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { generate } from './generate.ts'
import { chooseModules } from './plan.ts'

test('generating all types: cold, with nothing changed, and plain strings as the lower bound', async ({ bench }) => {
  const root = mkdtempSync(join(tmpdir(), 'codegen-bench-'))
  const warm = join(root, 'warm')
  await generate({ out: warm })
  const modules = chooseModules({})
  let count = 0
  await bench.compare(
    bench('cold', async () => void (await generate({ out: join(root, `cold-${count++}`) }))),
    bench('nothing changed', async () => void (await generate({ out: warm }))),
    bench('plain strings', () => {
      const out = join(root, `plain-${count++}`)
      for (const { names, heads } of modules) {
        mkdirSync(join(out, names.file), { recursive: true })
        for (const kind of ['hardware.test', 'hardware.bench', 'skillset'])
          writeFileSync(join(out, names.file, `${names.file}.${kind}.ts`), `// ${names.type}\n${JSON.stringify(heads, null, 2)}\n`)
      }
    }),
    { time: 0, iterations: 3, warmupTime: 0, warmupIterations: 1 },
  )
  rmSync(root, { recursive: true, force: true })
}, 120_000)
