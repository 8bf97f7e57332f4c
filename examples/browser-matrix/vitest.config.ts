import hardware from 'vitest-hardware'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [hardware({ backends: ['cpu', 'wasm', 'webgpu'], browsers: ['chromium', 'firefox'] })],
  test: { passWithNoTests: true },
})
