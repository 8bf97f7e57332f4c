import { availableParallelism } from 'node:os'
import { isInTier, modelTypeFacts, type Tier } from '@vitest-hardware/model-catalogue/listing'
import hardware from 'vitest-hardware'
import { defineConfig } from 'vitest/config'

/** `scripts/hardware.ts` sets it. */
const tier = (process.env['VITEST_HARDWARE_PRIORITY'] ?? 'critical') as Tier
const filesOf = (tier: Tier, ending: string): string[] =>
  modelTypeFacts()
    .filter((facts) => isInTier(facts, tier))
    .map(({ type }) => `generated/models/${type}/*.hardware.${ending}.ts`)

export default defineConfig({
  plugins: [
    hardware({
      include: filesOf(tier, 'test'),
      benchmarks: filesOf('critical', 'bench'),
      browsers: [],
      record: 'hardware',
      // the tests take no times; the benchmarks run after them, alone
      workers: availableParallelism(),
    }),
  ],
})
