import type {
  BrowserBackendName,
  BrowserCapabilities,
  BrowserTimeouts,
  PageHandle,
  RunningBrowser,
  TestPage,
  WebgpuBuild,
} from '@vitest-hardware/backends/browsers'
import type { BrowserName } from '@vitest-hardware/contracts'
import type { ModelRequest } from '@vitest-hardware/model-catalogue'
import type { HardwareBackend, ModelTestOptions } from '../model/model-fixtures.ts'

export interface BrowserTestOptions {
  /** @default the project's browser, outside a browser's project `chromium` */
  readonly browser?: BrowserName
  /** What `backend` and `session` compute with. @default the project's backend, outside a browser's project `wasm` */
  readonly backend?: BrowserBackendName
  /** Which of onnxruntime-web's two builds with WebGPU. @default 'native' */
  readonly webgpuBuild?: WebgpuBuild
  /** Console and page errors that do not fail a test: a text that they contain, or a pattern. @default none */
  readonly allowErrors?: readonly (string | RegExp)[]
  /** Whether a failed test gets a picture of its page as an attachment. @default true */
  readonly screenshots?: boolean
  /** How long things with the browser may take, ms. @default 30 s to start, 45 s for a model's load or run */
  readonly timeouts?: Partial<BrowserTimeouts>
}

/** With a model, the tests also have the fixtures of `modelTest`, its session in the test's page. */
export interface BrowserModelTestOptions extends BrowserTestOptions, ModelTestOptions {
  /** A model type of the catalogue, or what `modelTest` takes. */
  readonly model: string | ModelRequest
  /** A model upon another test function: `browserTest({ base: modelTest(…, { base }) })`. */
  readonly base?: never
}

/** What a test of `browserTest` can ask for, besides `measure` and `record`. */
export interface BrowserFixtures {
  /** The running browser: name, version, process. One for all tests of a worker. The test is skipped with the reason where there is none. */
  readonly browser: RunningBrowser
  /**
   * Puppeteer's page, in a context of its own (no shared cookies, caches or storage), at a blank address that is a secure context and
   * cross-origin isolated. Gone after the test.
   */
  readonly page: PageHandle
  /** What the page can do: WebGPU adapter, limits and features, WebNN operators, WebAssembly features, memory, cores. */
  readonly capabilities: BrowserCapabilities
  /** Opens sessions in the page. */
  readonly backend: HardwareBackend
  /** The page as this project sees it, with its problems so far. */
  readonly browserPage: TestPage
}
