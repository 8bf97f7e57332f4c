import { BrowserUnavailableError } from '../errors.ts'
import type { BrowserDefinition } from '../find/definition.ts'

/** Safari, through `safaridriver` (WebDriver). */
export const safari: BrowserDefinition = {
  name: 'safari',
  variable: 'VITEST_HARDWARE_SAFARIDRIVER',
  places: { darwin: ['/usr/bin/safaridriver'] },
  impossible: () => (process.platform === 'darwin' ? null : `Safari exists on macOS only; this is ${process.platform}`),
  install: 'on a Mac: safaridriver --enable, once, then run the tests there',
  launch: async () => {
    throw new BrowserUnavailableError('safari', { reason: 'not written', nextStep: '' })
  },
}
