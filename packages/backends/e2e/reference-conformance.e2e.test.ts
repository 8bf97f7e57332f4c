import { getBackend } from '@vitest-hardware/backends'
import { conformanceKit } from '@vitest-hardware/backends/conformance'
import { describe, expect, test } from 'vitest'

conformanceKit(getBackend('reference'), { describe, expect, test })
