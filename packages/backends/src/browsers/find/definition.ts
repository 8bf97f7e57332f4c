import type { BrowserName } from '@vitest-hardware/contracts'
import type { DrivenBrowser } from '../launch/driver.ts'
import type { BrowserTimeouts } from '../timeouts.ts'
import type { ExecutablePlaces } from './executable.ts'

/** What is particular about one browser. */
export interface BrowserDefinition {
  readonly name: BrowserName
  /** Environment variable that names the executable, before any place is searched. */
  readonly variable: string
  readonly places: ExecutablePlaces
  /** The executable of an npm package; null where the user has none. Comes before the places. */
  readonly packaged?: () => Promise<string | null>
  /** Why it cannot be here at all; null where it could. */
  readonly impossible?: () => string | null
  /** The sentence that gets it. */
  readonly install: string
  launch(executable: string, timeouts: BrowserTimeouts): Promise<DrivenBrowser>
}

/** Where a browser is, or why not. */
export type FoundBrowser =
  | { readonly found: true; readonly executable: string; readonly origin: 'variable' | 'npm' | 'installed' }
  | { readonly found: false; readonly reason: string; readonly nextStep: string }
