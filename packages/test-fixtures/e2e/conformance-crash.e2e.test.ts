import { mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeModel, encodeTensorFile, GraphBuilder } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { outcomes, runProject } from './run-project.ts'

const suite = `import { conformanceTest } from '@vitest-hardware/test-fixtures'
import { vi } from 'vitest'
vi.setConfig({ testTimeout: Number(process.env.CASE_TIMEOUT ?? 90000) })
conformanceTest({ dir: './cases' })
`

/** Two quick cases, and one between them whose matrix products take minutes. */
async function writeCases(root: string): Promise<void> {
  for (const [name, products] of [
    ['a-quick', 0],
    ['b-endless', 400],
    ['c-quick', 0],
  ] as const) {
    const graph = new GraphBuilder({ name })
    const side = products === 0 ? 1 : 3000
    let value = graph.node('Expand', [graph.input('x', 'float32', [1]), graph.constant('int64', [side, side])])
    for (let index = 0; index < products; index++) value = graph.node('MatMul', [value, value])
    graph.output('y', graph.node('ReduceMax', [value], { keepdims: 0 }), 'float32', [])
    const folder = join(root, 'cases', name, 'test_data_set_0')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '../model.onnx'), encodeModel(graph.build()))
    await writeFile(join(folder, 'input_0.pb'), encodeTensorFile({ type: 'float32', dims: [1], data: Float32Array.of(0) }))
    await writeFile(join(folder, 'output_0.pb'), encodeTensorFile({ type: 'float32', dims: [], data: Float32Array.of(0) }))
  }
}

test.runIf(process.platform === 'linux')('a native crash fails its case alone, and says so', async () => {
  let root = ''
  const run = runProject({
    files: { 'cases.hardware.test.ts': suite },
    prepare: async (folder) => {
      await writeCases(folder)
      root = folder
    },
  })
  const killed = killBusyCase(() => root, 'SIGSEGV')
  const { tests, exitCode } = await run
  await killed
  expect(outcomes({ tests })).toEqual([
    'a-quick: passed',
    expect.stringMatching(/^b-endless: failed\n.*the runtime ended its process on this case \(SIGSEGV\)/),
    'c-quick: passed',
  ])
  expect(exitCode).toBe(1)
  expect(await caseProcesses(root)).toEqual([])
})

test('a case that does not return ends with its test', async () => {
  let root = ''
  const { tests } = await runProject({
    files: { 'cases.hardware.test.ts': suite.replace('90000', '4000') },
    prepare: async (folder) => {
      await writeCases(folder)
      root = folder
    },
  })
  expect(outcomes({ tests })).toEqual(['a-quick: passed', expect.stringMatching(/^b-endless: failed\n.*timed out/), 'c-quick: passed'])
  if (process.platform === 'linux') expect(await caseProcesses(root)).toEqual([])
})

/** Waits until a case's process has computed for a while, which only the long one does, and kills it. */
async function killBusyCase(root: () => string, signal: NodeJS.Signals): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    await sleep(100)
    for (const pid of root() === '' ? [] : await caseProcesses(root())) {
      if ((await secondsOf(pid)) > 4) return void process.kill(pid, signal)
    }
  }
  throw new Error('no case computed for long')
}

async function caseProcesses(root: string): Promise<number[]> {
  const found: number[] = []
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const [command, folder] = await Promise.all([
      readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => ''),
      readlink(`/proc/${entry}/cwd`).catch(() => ''),
    ])
    if (command.includes('case-worker') && folder.startsWith(root)) found.push(Number(entry))
  }
  return found
}

/** Processor time of a process, in seconds; clock ticks are hundredths of a second on Linux. */
async function secondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}
