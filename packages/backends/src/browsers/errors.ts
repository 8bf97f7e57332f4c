import { type BrowserName, UsageError } from '@vitest-hardware/contracts'

/** What a browser did instead of answering. */
export abstract class BrowserFailure extends UsageError {
  readonly browser: BrowserName

  constructor(browser: BrowserName, what: string, options: { input: string; nextStep: string; cause?: unknown }) {
    super(what, options)
    this.browser = browser
  }
}

/** The browser's process, or the process of the page, ended. The next session or page gets a fresh one. */
export class BrowserCrashError extends BrowserFailure {
  override readonly name = 'BrowserCrashError'
  readonly scope: 'browser' | 'page'

  constructor(browser: BrowserName, scope: 'browser' | 'page', how: string) {
    super(browser, scope === 'browser' ? `the browser ${browser} ended: ${how}` : `a page of ${browser} crashed: ${how}`, {
      input: browser,
      nextStep:
        'look for too little memory (a model larger than the browser can hold) or a signal from outside; the next test gets a fresh one',
    })
    this.scope = scope
  }
}

/** A page did not answer in time; its browser was killed, since nothing else ends a page that computes for ever. */
export class BrowserHangError extends BrowserFailure {
  override readonly name = 'BrowserHangError'

  constructor(browser: BrowserName, doing: string, milliseconds: number) {
    super(browser, `${browser} hangs: no answer to ${doing} within ${milliseconds / 1000} s; it was killed`, {
      input: doing,
      nextStep:
        'make the model or its inputs smaller, or allow more time: the option `timeouts: { call: … }` of browserTest or browserBackend',
    })
  }
}

/** WebGPU's device is gone: the driver was reset, the GPU's process crashed, or it ran out of memory. */
export class DeviceLostError extends BrowserFailure {
  override readonly name = 'DeviceLostError'
  /** WebGPU's own word: `unknown` or `destroyed`. */
  readonly reason: string

  constructor(browser: BrowserName, reason: string, message: string) {
    super(browser, `${browser} lost its WebGPU device (${reason})${message === '' ? '' : `: ${message}`}`, {
      input: browser,
      nextStep: 'look for a GPU that ran out of memory or whose driver was reset; the next test gets a fresh page',
    })
    this.reason = reason
  }
}

/** WebAssembly in the page aborted; every session of the page is gone. */
export class PageAbortError extends BrowserFailure {
  override readonly name = 'PageAbortError'

  constructor(browser: BrowserName, message: string) {
    super(browser, `onnxruntime-web aborted in a page of ${browser}: ${message}`, {
      input: browser,
      nextStep: 'look for a model that is too large for WebAssembly’s memory (4 GiB); the next test gets a fresh page',
    })
  }
}

/** A browser that is not installed or does not start. */
export class BrowserUnavailableError extends BrowserFailure {
  override readonly name = 'BrowserUnavailableError'
  readonly reason: string

  constructor(browser: BrowserName, { reason, nextStep }: { reason: string; nextStep: string }) {
    super(browser, `the browser ${browser} cannot be used here: ${reason}`, { input: browser, nextStep })
    this.reason = reason
  }
}
