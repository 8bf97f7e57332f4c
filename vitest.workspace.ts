import hardware from 'vitest-hardware'
import { configDefaults, defineConfig } from 'vitest/config'

const e2e = { include: ['packages/*/e2e/**/*.e2e.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 }
const measuring = ['packages/vitest-hardware/e2e/plugin.e2e.test.ts', 'packages/test-fixtures/e2e/{mixing,model-test}.e2e.test.ts']

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
      { extends: true, test: { name: 'unit', include: ['packages/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], maxWorkers: 2 } },
      // they start servers, browsers and whole runs
      {
        extends: true,
        test: { ...e2e, name: 'e2e', exclude: [...configDefaults.exclude, ...measuring], maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      // what takes times is disturbed by whatever runs beside it
      { extends: true, test: { ...e2e, name: 'e2e-alone', include: measuring, fileParallelism: false, sequence: { groupOrder: 2 } } },
      {
        extends: true,
        test: {
          name: 'bench',
          include: [],
          benchmark: { enabled: true, include: ['packages/*/src/**/*.bench.ts'] },
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
