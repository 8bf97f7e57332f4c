import hardware from 'vitest-hardware'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [hardware({ backends: ['cpu', 'wasm'] })],
  test: { passWithNoTests: true, testTimeout: 60_000 },
})
