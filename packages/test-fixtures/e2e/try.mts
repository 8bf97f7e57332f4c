import { runProject } from './run-project.ts'
const r = await runProject({ files: { 'bert.hardware.test.ts': `
import { expect, test as plain } from 'vitest'
import { modelTest } from '@vitest-hardware/test-fixtures'
const test = modelTest({ model: 'bert' })
test('matches the reference', async ({ session, inputs, reference, referenceSource }) => {
  console.log(referenceSource, Object.keys(inputs), session.outputs)
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-4 })
})
test('latency', async ({ session, inputs, measure }) => {
  expect(await measure('latency', () => session.run(inputs))).toHaveNoRegression()
})
plain('plain', () => {})
const typo = modelTest({ model: 'brt' })
typo('typo', ({ session }) => {})
` }, backend: process.argv[2] as 'cpu' })
for (const t of r.tests.slice(0,30)) console.log(t.name, t.state, t.note?.slice(0,100), t.errors.map(e=>e.slice(0,600)), t.artifacts)
console.log(r.output.slice(0,3000))
