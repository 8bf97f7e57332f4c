import { browserBackend, closeBrowsers } from '@vitest-hardware/backends/browsers'
import { conformanceKit } from '@vitest-hardware/backends/conformance'
import { afterAll, describe, expect, test } from 'vitest'

afterAll(closeBrowsers)
conformanceKit(browserBackend('chromium', 'wasm'), { describe, expect, test })
