import hardware from 'vitest-hardware'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // the backend of this project runs in its own tests, so no built-in backend is asked for but cpu, which it is compared with
  plugins: [hardware({ backends: ['cpu'], record: 'all' })],
  test: { include: ['src/**/*.test.ts'] },
})
