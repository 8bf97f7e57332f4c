/** How long things with browsers may take, ms. */
export interface BrowserTimeouts {
  /** From the start of the process until it answers. @default 30_000 */
  readonly launch: number
  /** Until a page is there and connected. @default 20_000 */
  readonly page: number
  /** One request to a page: loading a model or running it. Longer is a hang. Below a hardware project's test timeout of 60 s, so that it is the error that is seen. @default 45_000 */
  readonly call: number
  /** Until a browser that was asked to close is killed. @default 5_000 */
  readonly close: number
}

export const defaultTimeouts: BrowserTimeouts = { launch: 30_000, page: 20_000, call: 45_000, close: 5_000 }
