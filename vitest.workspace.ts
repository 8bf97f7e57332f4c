import hardware from 'vitest-hardware'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    hardware({
      include: ['packages/vitest-hardware/hardware/*.hardware.test.ts'],
      benchmarks: [],
      // Firefox asks a GPU for its results ten times a second, so WebGPU on a software device takes minutes there
      browserBackends: { chromium: ['wasm', 'webgpu'], firefox: ['wasm'] },
      // the project's own tests of its fixtures are no news about hardware
      record: 'hardware',
    }),
  ],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['packages/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['packages/*/e2e/**/*.e2e.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // they start servers and whole runs; side by side they would only slow each other down
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          include: [],
          benchmark: { enabled: true, include: ['packages/*/src/**/*.bench.ts'] },
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
