import { backends } from '@vitest-hardware/backends'
import type { Diagnosis } from './doctor.ts'

for (const [name, backend] of backends) {
  const diagnosis: Diagnosis = { backend: name, detection: await backend.detect() }
  process.send!(diagnosis)
}
process.disconnect()
