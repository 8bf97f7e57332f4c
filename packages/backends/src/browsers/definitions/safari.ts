import type { BrowserDefinition } from '../find/definition.ts'
import { launchSafari } from '../launch/safari-driver.ts'

/** Safari, through `safaridriver` (WebDriver). */
export const safari: BrowserDefinition = {
  name: 'safari',
  variable: 'VITEST_HARDWARE_SAFARIDRIVER',
  places: { darwin: ['/usr/bin/safaridriver'] },
  impossible: () => (process.platform === 'darwin' ? null : `Safari exists on macOS only; this is ${process.platform}`),
  install: 'on a Mac: safaridriver --enable, once, then run the tests there',
  launch: launchSafari,
}
