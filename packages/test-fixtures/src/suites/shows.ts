import { differsAbove, sameBelow, type TraitName, traits } from '@vitest-hardware/model-catalogue'
import { expect } from 'vitest'
import type { ModelTestAPI } from '../model/model-test.ts'

/** What an experiment on the inputs shows of the architecture, one test for each trait. */
export function shows(test: ModelTestAPI, ...names: readonly TraitName[]): void {
  for (const name of names) {
    const trait = traits[name]
    test(trait.name, async ({ session, model }) => {
      const { same, differs } = await trait.experiment({ run: (feeds) => session.run(feeds), inputs: (options) => model.inputs(options) })
      expect(same).toBeLessThan(sameBelow)
      expect(differs).toBeGreaterThan(differsAbove)
    })
  }
}
