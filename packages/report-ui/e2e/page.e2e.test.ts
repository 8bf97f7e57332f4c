import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ReportSchema } from '@vitest-hardware/contracts'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyReport } from '../src/testing/report-builder.ts'
import { buildTemplate, fillTemplate, launchBrowser, openReport } from './page-in-browser.ts'
import { eventfulReport, hostile, largeReport } from './sample-reports.ts'

const views = ['verdict', 'heat-map', 'distribution', 'slowest', 'coverage']

let folder: string
let template: string
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'report-ui-'))
  template = await buildTemplate(path.join(folder, 'build'))
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

const open = (name: string, html: string, options?: Parameters<typeof openReport>[4]) => openReport(browser, folder, name, html, options)
const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent)
const hashOf = (page: Page) => page.evaluate(() => location.hash)

test('the reports of these tests are reports', () => {
  for (const report of [eventfulReport(), largeReport(), emptyReport()]) expect(() => ReportSchema.parse(report)).not.toThrow()
})

describe('size and sealing', () => {
  test('budgets: 400 kB with no data, 2 MB with 10,000 tests', () => {
    expect(Buffer.byteLength(fillTemplate(template, emptyReport()))).toBeLessThanOrEqual(400_000)
    expect(Buffer.byteLength(fillTemplate(template, largeReport()))).toBeLessThanOrEqual(2_000_000)
  })

  test('the template has one place for data and names no other host', () => {
    expect(template.split('<!--report-data-->')).toHaveLength(2)
    expect(template).toMatch(/default-src 'none'; script-src 'sha256-[\w+/]{43}='/)
    expect(template).not.toMatch(/(?:src|href)="(?!data:)/)
  })
})

describe('every view, with data, without and with much', () => {
  const reports = { eventful: eventfulReport, empty: emptyReport, large: largeReport }
  for (const [name, make] of Object.entries(reports)) {
    test(`${name}: draws with no error and no request`, async () => {
      const html = fillTemplate(template, make())
      for (const view of views) {
        const { page, problems, requests } = await open(name, html, { hash: `#view=${view}` })
        await page.waitForSelector('main .card')
        expect(await textOf(page, 'main')).not.toBe('')
        expect({ view, problems, requests }).toEqual({ view, problems: [], requests: [] })
        await page.close()
      }
    })
  }

  test('an unfilled template and a broken report say so', async () => {
    const unfilled = await open('unfilled', template)
    expect(await textOf(unfilled.page, 'h1')).toBe('This page holds no report')
    const broken = await open('broken', template.split('<!--report-data-->').join('{"schema":'))
    expect(await textOf(broken.page, 'h1')).toBe('This report cannot be shown')
    await Promise.all([unfilled.page.close(), broken.page.close()])
  })

  test('a page shows few of 10,000 rows at a time and reaches the last', async () => {
    const { page } = await open('large', fillTemplate(template, largeReport()), { hash: '#view=slowest&table=on&page=100' })
    await page.waitForSelector('table.data')
    expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(100)
    expect(await textOf(page, '.pager span')).toBe('9,901–10,000 of 10,000 rows')
    expect(await page.$('.pager button:last-child:disabled')).not.toBeNull()
    await page.close()
  })
})

test('text of the data stays text, and its scripts do not run', async () => {
  for (const view of views) {
    const { page, problems } = await open('hostile', fillTemplate(template, eventfulReport()), {
      hash: `#view=${view}&model=clip&backend=webgpu`,
    })
    await page.waitForSelector('main .card')
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
    expect(await page.$$eval('main img, main script', (found) => found.length)).toBe(0)
    expect(problems).toEqual([])
    await page.close()
  }
  const { page } = await open('hostile', fillTemplate(template, eventfulReport()), { hash: '#view=heat-map&model=clip&backend=webgpu' })
  await page.waitForSelector('.details pre')
  expect(await textOf(page, '.details pre')).toContain(hostile)
  await page.close()
})

test('markup that got into the page past the reporter cannot run a script', async () => {
  const html = fillTemplate(template, emptyReport()).replace('<div id="page">', () => '<script>globalThis.pwned=1</script><div id="page">')
  const { page, problems } = await open('injected', html)
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
  expect(problems.join()).toContain('Content Security Policy')
  await page.close()
})

describe('keyboard', () => {
  test('views, help, tables, rows and Esc', async () => {
    const { page, problems } = await open('keys', fillTemplate(template, eventfulReport()))
    await page.keyboard.press('?')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.press('2')
    expect(await hashOf(page)).toBe('')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog[open]', { hidden: true })
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('unet2d on wasm')
    await page.keyboard.press('k')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('clip on webgpu')
    await page.keyboard.press('4')
    expect(await hashOf(page)).toBe('#view=slowest')
    await page.keyboard.press('t')
    expect(await hashOf(page)).toBe('#view=slowest&table=on')
    await page.waitForSelector('table.data')
    await page.keyboard.press('t')
    await page.waitForSelector('.drawing svg')
    await page.goBack()
    await page.waitForSelector('h1#sentence')
    expect(problems).toEqual([])
    await page.close()
  })

  test('heat map: j, arrows, Enter opens the pair, Esc closes it; the URL brings it back', async () => {
    const { page } = await open('grid', fillTemplate(template, eventfulReport()))
    await page.keyboard.press('2')
    await page.waitForSelector('[role="grid"]')
    for (const key of ['j', 'j', 'j', 'ArrowRight'] as const) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.details')
    expect(await textOf(page, '.details h2')).toBe('llama on wasm')
    await page.reload()
    await page.waitForSelector('.details')
    expect(await textOf(page, '.details h2')).toBe('llama on wasm')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.details', { hidden: true })
    await page.close()
  })

  test('distribution: j goes to the next series; the URL brings it back', async () => {
    const { page } = await open('series', fillTemplate(template, eventfulReport()), { hash: '#view=distribution' })
    await page.waitForSelector('.drawing svg')
    const first = await textOf(page, 'figure h2')
    await page.keyboard.press('j')
    const second = await textOf(page, 'figure h2')
    expect(second).not.toBe(first)
    await page.reload()
    await page.waitForSelector('.drawing svg')
    expect(await textOf(page, 'figure h2')).toBe(second)
    expect(await page.$$eval('[data-points]', (paths) => paths.map((points) => points.getAttribute('data-points')))).toEqual([
      '30',
      '5',
      '30',
      '30',
      '30',
      '5',
      '30',
    ])
    await page.close()
  })

  test('single keys can be turned off, and fields keep their letters', async () => {
    const { page } = await open('quiet', fillTemplate(template, eventfulReport()), { hash: '#view=slowest&shortcuts=off' })
    await page.keyboard.press('2')
    expect(await hashOf(page)).toContain('view=slowest')
    await page.close()
    const typing = await open('typing', fillTemplate(template, eventfulReport()), { hash: '#view=slowest' })
    await typing.page.keyboard.press('/')
    await typing.page.keyboard.type('vit2')
    expect(await hashOf(typing.page)).toBe('#view=slowest&filter=vit2')
    await typing.page.close()
  })
})

test('exports: CSV, JSON, SVG and PNG of each view carry the numbers', async () => {
  const downloads = path.join(folder, 'downloads')
  for (const view of views) {
    const { page, problems } = await open('exports', fillTemplate(template, eventfulReport()), { hash: `#view=${view}` })
    const session = await page.createCDPSession()
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads, eventsEnabled: true })
    await page.waitForSelector('.chart-tools')
    // coverage is a table: there is nothing to draw
    for (const kind of view === 'coverage' ? ['CSV', 'JSON'] : ['CSV', 'JSON', 'SVG', 'PNG']) {
      const done = new Promise<void>((resolve) => {
        session.on('Browser.downloadProgress', ({ state }) => {
          if (state === 'completed') resolve()
        })
      })
      await page.locator(`.chart-tools button ::-p-text(${kind})`).click()
      await done
    }
    expect(problems).toEqual([])
    await page.close()
  }
  const names = (await readdir(downloads)).sort()
  const read = (name: string) => readFile(path.join(downloads, name), 'utf8')
  const stems = ['albert-cpu-latency-samples', 'heat-map-latency', 'ratios', 'slowest']
  const drawn = stems.flatMap((stem) => ['csv', 'json', 'png', 'svg'].map((ending) => `${stem}.${ending}`))
  expect(names).toEqual([...drawn, 'coverage-matrix.csv', 'coverage-matrix.json'].sort())
  const heat = JSON.parse(await read('heat-map-latency.json')) as Record<string, unknown>[]
  expect(heat).toHaveLength(18 * 8)
  expect(heat).toContainEqual(expect.objectContaining({ model: 'llama', backend: 'wasm', verdict: 'regression', ratio: 2.4, samples: 30 }))
  expect((await read('slowest.csv')).split('\r\n')[0]).toBe('name,backend,state,duration_ms,results,retries,file')
  expect((await read('ratios.csv')).trimEnd().split('\r\n')).toHaveLength(1 + 51)
  for (const stem of stems) {
    expect((await readFile(path.join(downloads, `${stem}.png`))).subarray(1, 4).toString()).toBe('PNG')
    const svg = await read(`${stem}.svg`)
    const checker = await browser.newPage()
    const root = await checker.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
      return {
        name: parsed.documentElement.localName,
        scripts: parsed.querySelectorAll('script, img, foreignObject').length,
        title: parsed.querySelector('title')?.textContent,
      }
    }, svg)
    expect(root).toMatchObject({ name: 'svg', scripts: 0, title: expect.stringMatching(/\w/) })
    await checker.close()
  }
})

describe('accessibility', () => {
  const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  for (const theme of ['light', 'dark'] as const) {
    test(`no serious or critical violation in ${theme}`, async () => {
      const axe = await readFile(axePath, 'utf8')
      for (const hash of [...views.map((view) => `#view=${view}`), '#view=slowest&table=on', '#view=heat-map&model=bert&backend=webgpu']) {
        const { page } = await open('axe', fillTemplate(template, eventfulReport()), { hash, theme })
        await page.waitForSelector('main .card')
        await page.evaluate(axe)
        const found = (await page.evaluate('axe.run()')) as AxeResults
        const violations = found.violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`)])
        expect({ hash, violations }).toEqual({ hash, violations: [] })
        await page.close()
      }
    })
  }
})

test('nothing is wider than a phone, and reduced motion has no transition', async () => {
  for (const view of views) {
    const { page } = await open('phone', fillTemplate(template, eventfulReport()), { hash: `#view=${view}`, width: 420 })
    await page.waitForSelector('main .card')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420)
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    expect(await page.$eval('button', (button) => getComputedStyle(button).transitionDuration)).toBe('0s')
    await page.close()
  }
})
