import { browserBackend, closeBrowsers } from '@vitest-hardware/backends/browsers'
import { conformanceKit } from '@vitest-hardware/backends/conformance'
import { afterAll, describe, expect, test } from 'vitest'

const backend = browserBackend('chromium', 'webgpu')
const detection = await backend.detect()

afterAll(closeBrowsers)
if (detection.available) conformanceKit(backend, { describe, expect, test })
else test('webgpu in chromium', ({ skip }) => skip(`${detection.reason}: ${detection.nextStep}`))
