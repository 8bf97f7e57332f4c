import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import chromium from '@sparticuz/chromium'
import type { Report } from '@vitest-hardware/contracts'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { build } from 'vite'

const packageFolder = path.resolve(import.meta.dirname, '..')

/** Builds the template as a release does and returns its text. */
export async function buildTemplate(outDir: string): Promise<string> {
  await build({ root: packageFolder, configFile: path.join(packageFolder, 'vite.config.ts'), logLevel: 'error', build: { outDir } })
  return readFile(path.join(outDir, 'page.html'), 'utf8')
}

/** Fills the template as the README tells a reporter to. */
export function fillTemplate(template: string, report: Report): string {
  const json = JSON.stringify(report).replaceAll('<', String.raw`\u003c`)
  const content = json.length > 256 * 1024 ? gzipSync(json).toString('base64') : json
  return template.split('<!--report-data-->').join(content)
}

export async function launchBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--allow-file-access-from-files=false'],
    headless: 'shell',
  })
}

export interface OpenPage {
  readonly page: Page
  readonly url: string
  /** Console errors, uncaught errors and violations of the page's policy. */
  readonly problems: readonly string[]
  /** Every address that was asked for, the page's own aside. */
  readonly requests: readonly string[]
}

/** Writes a page to disk and opens it from there. */
export async function openReport(
  browser: Browser,
  folder: string,
  name: string,
  html: string,
  options: { hash?: string; theme?: 'light' | 'dark'; width?: number } = {},
): Promise<OpenPage> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${name}.html`)
  await writeFile(file, html)
  const page = await browser.newPage()
  const problems: string[] = []
  const requests: string[] = []
  const url = pathToFileURL(file).href
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) requests.push(request.url())
  })
  await page.setViewport({ width: options.width ?? 1280, height: 900 })
  // Firefox's protocol cannot emulate it; headless browsers are light by themselves
  if (options.theme !== undefined) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: options.theme }])
  await page.goto(`${url}${options.hash ?? ''}`)
  await page.waitForSelector('main', { timeout: 10_000 })
  return { page, url, problems, requests }
}
