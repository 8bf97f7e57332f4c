import { conformanceKit } from '@vitest-hardware/backends/conformance'
import { describe, expect, test } from 'vitest'
import { tiny } from './tiny.ts'

conformanceKit(tiny, { describe, expect, test })
