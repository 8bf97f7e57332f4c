import { gunzipSync } from 'node:zlib'
import { UsageError } from '@vitest-hardware/contracts/base'
import { expect, test } from 'vitest'
import { hostile, sampleReport } from '../testing/sample-report.ts'
import { embeddable, embedReport, renderPage } from './page.ts'

const template = '<script type="application/json" id="report"><!--report-data--></script>'

test('no name ends the script element, and the data is what it was', async () => {
  const report = sampleReport([{ name: `${hostile}<!--report-data-->$& $1 \u2029` }])
  const page = await embedReport(template, report)
  expect(page.match(/<\/script>/g)).toHaveLength(1)
  expect(page).not.toMatch(/[\u2028\u2029]|<img/)
  expect(JSON.parse(page.slice(page.indexOf('{'), page.lastIndexOf('}') + 1))).toEqual(report)
})

test('a large report is zipped', async () => {
  const report = sampleReport(Array.from({ length: 3000 }, (_, index) => ({ name: `test ${index}` })))
  const page = await embedReport(template, report)
  const [, data = ''] = />([\w+/=]+)</.exec(page)!
  expect(JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString())).toEqual(report)
  expect(page.length).toBeLessThan(JSON.stringify(report).length / 3)
})

test('JSON keeps its meaning', () => {
  expect(JSON.parse(embeddable(JSON.stringify({ '<': '<\u2028>' })))).toEqual({ '<': '<\u2028>' })
})

test.each(['<html></html>', template + template])('a template without one place for the report is refused', async (wrong) => {
  await expect(embedReport(wrong, sampleReport([]))).rejects.toThrow(RangeError)
})

test('a missing template is an error that says what to do', async () => {
  await expect(renderPage(sampleReport([]), new URL('file:///nowhere/page.html'))).rejects.toThrow(UsageError)
  await expect(renderPage(sampleReport([]), new URL('file:///nowhere/page.html'))).rejects.toThrow(
    /\/nowhere\/page\.html[\s\S]*npm run build/,
  )
})
