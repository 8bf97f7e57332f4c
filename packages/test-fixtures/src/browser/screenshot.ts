import { recordArtifact, type RunnerTestCase } from 'vitest'

const screenshotKey: unique symbol = Symbol('vitest-hardware/screenshot')

/** A picture of the page of a test that failed; Vitest keeps it with its attachments. */
export interface ScreenshotArtifact {
  type: 'vitest-hardware/screenshot'
  /** e.g. `chromium 153.0.8010.0`. */
  browser: string
  attachments?: { contentType?: string; path?: string; body?: string | Uint8Array | undefined }[]
  location?: { file: string; line: number; column: number }
}

declare module 'vitest' {
  interface TestArtifactRegistry {
    [screenshotKey]: ScreenshotArtifact
  }
}

/** @param png `annotate` would refuse it: the test is over when it is known to have failed */
export async function recordScreenshot(task: RunnerTestCase, browser: string, png: Uint8Array): Promise<void> {
  const attachments = [{ contentType: 'image/png', body: png }]
  await recordArtifact<ScreenshotArtifact>(task, { type: 'vitest-hardware/screenshot', browser, attachments })
}
