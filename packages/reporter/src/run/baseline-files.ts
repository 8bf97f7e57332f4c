import { rm } from 'node:fs/promises'
import type { Baseline, BaselineFile } from '@vitest-hardware/contracts'
import { writeWhole } from '../output/write-file.ts'

/** Leaves the baselines where test workers look for them. Old ones go: they may be of another database. */
export async function writeBaselineFiles(paths: Iterable<string>, baselines: readonly Baseline[]): Promise<void> {
  const file: BaselineFile = { schema: 'vitest-hardware/baselines@1', baselines: [...baselines] }
  const text = baselines.length === 0 ? null : JSON.stringify(file)
  await Promise.all([...paths].map((path) => (text === null ? rm(path, { force: true }) : writeWhole(path, text))))
}
