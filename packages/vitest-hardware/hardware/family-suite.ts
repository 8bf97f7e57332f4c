import type { Family } from '@vitest-hardware/contracts'
import { modelTypes } from '@vitest-hardware/model-catalogue'
import { describe, expect } from 'vitest'
import { modelTest } from 'vitest-hardware/test'

/**
 * Diffusion models take sines of timesteps up to 1000, which WebGPU's float32 gets right to about 1e-5 of the largest output only;
 * all others agree within 2e-6 of it.
 */
const toleranceOf = (family: Family): number => (family === 'diffusion' ? 1e-3 : 1e-4)

/** Two or more types of each family: what a machine can run in minutes. All of them are in `generated/models`. */
const quick = new Set(
  `bart bert clip deberta-v2 dit gpt2 llama mamba mixtral modernbert qwen3_moe resnet rwkv siglip stable-diffusion swin t5 vit wav2vec2 whisper`.split(
    ' ',
  ),
)

/** Whole machines drift by half between two runs on shared hardware; what this suite calls slower must stand out from that. */
const slower = { threshold: 0.25 }

/** A software device takes seconds for one call: what this suite is for is the verdict's way, not the last percent. */
const sampling = { budgetMs: 100 }

/** What every model type of a family must show on a backend: the right numbers, for one item and for a batch, at a speed that does not get worse. */
export function familySuite(family: Family): void {
  for (const { type } of modelTypes().filter((item) => item.family === family && quick.has(item.type))) {
    describe(type, () => {
      const test = modelTest({ model: type })

      test('matches the reference', async ({ session, inputs, reference }) => {
        expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: toleranceOf(family) })
      })

      test('latency', async ({ session, inputs, measure }) => {
        expect(await measure('latency', () => session.run(inputs), sampling)).toHaveNoRegression(slower)
      })
    })
  }
}
