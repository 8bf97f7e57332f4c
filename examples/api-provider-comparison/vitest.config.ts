import hardware from 'vitest-hardware'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [hardware()],
  test: { include: ['*.test.ts'], testTimeout: 120_000 },
})
