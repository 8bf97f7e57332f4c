import { expect } from 'vitest'
import { browserTest } from 'vitest-hardware/test'

const test = browserTest({ browser: 'chromium', model: 'bert' })

test('a page has what the model needs', ({ capabilities }) => {
  expect(capabilities.wasm).toMatchObject({ simd: true, threads: true })
  expect(capabilities.isCrossOriginIsolated).toBe(true)
})

test('an app shows what the model said', async ({ page, session, inputs }) => {
  const [output] = Object.values(await session.run(inputs))
  await page.setContent('<output></output>')
  await page.evaluate((shape: string) => {
    document.querySelector('output')!.textContent = shape
  }, output.dims.join(' × '))
  expect(await page.evaluate(() => document.body.textContent)).toMatch(/^1 × \d+/)
})
