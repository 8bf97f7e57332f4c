import type { TestPage } from '@vitest-hardware/backends/browsers'
import type { BrowserName } from '@vitest-hardware/contracts'
import type { RunnerTestCase } from 'vitest'
import type { BrowserTestOptions } from './browser-fixtures.ts'
import { PageProblemError, unexpectedProblems } from './page-errors.ts'
import { recordScreenshot } from './screenshot.ts'

/** Opens the page of a test. What drives browsers is loaded now, and never where no test asks. */
export async function openPage(browser: BrowserName, { timeouts = {} }: BrowserTestOptions): Promise<TestPage> {
  const { openTestPage } = await import('@vitest-hardware/backends/browsers')
  return openTestPage(browser, timeouts)
}

/**
 * Looks at the page after its test, then closes it.
 * @throws what happened to it: a crash, a hang, a lost device, or errors in its console that are not allowed
 */
export async function leavePage(
  page: TestPage,
  task: RunnerTestCase,
  { allowErrors = [], screenshots = true }: BrowserTestOptions,
): Promise<void> {
  try {
    await page.check()
    const unexpected = unexpectedProblems(page.problems, allowErrors)
    const failed = task.result?.state === 'fail' || unexpected.length > 0
    if (failed && screenshots) {
      const png = await page.screenshot()
      if (png !== null) await recordScreenshot(task, `${page.browser.name} ${page.browser.version}`, png)
    }
    if (page.failure !== null) throw page.failure
    if (unexpected.length > 0) throw new PageProblemError(unexpected)
  } finally {
    await page[Symbol.asyncDispose]()
  }
}
