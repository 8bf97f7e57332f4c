import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import puppeteer from 'puppeteer-core'
import { expect, onTestFinished, test } from 'vitest'
import { buildTemplate, fillTemplate, openReport } from './page-in-browser.ts'
import { eventfulReport } from './sample-reports.ts'

const executablePath = '/usr/bin/firefox-esr'

test('the page works in Firefox too', async ({ skip }) => {
  if (!existsSync(executablePath)) skip('firefox-esr is not installed; npm run provision installs it')
  const folder = await mkdtemp(path.join(tmpdir(), 'report-firefox-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const html = fillTemplate(await buildTemplate(path.join(folder, 'dist')), eventfulReport())
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
  onTestFinished(() => browser.close())
  const { page, problems, requests } = await openReport(browser, folder, 'eventful', html)
  for (const key of ['2', '3', '4', '5', '1'] as const) {
    await page.keyboard.press(key)
    await page.waitForFunction((pressed) => document.querySelector('[aria-current="page"]')?.textContent.includes(pressed), {}, key)
  }
  expect(await page.$eval('main', (main) => main.textContent.length)).toBeGreaterThan(200)
  expect(problems).toEqual([])
  expect(requests).toEqual([])
})
