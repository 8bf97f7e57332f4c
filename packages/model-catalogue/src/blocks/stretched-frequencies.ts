import { defaultFrequencies } from './rotary-layout.ts'

export interface StretchOptions {
  readonly factor: number
  readonly lowFrequencyFactor: number
  readonly highFrequencyFactor: number
  /** Longest sequence of the training before. */
  readonly original: number
}

/** Llama 3.1's frequencies: slow waves turn `factor` times slower, fast ones as before, those between by interpolation (Dubey et al. 2024, arXiv:2407.21783, §3.4.2). */
export function stretchedFrequencies(
  size: number,
  theta: number,
  { factor, lowFrequencyFactor: low, highFrequencyFactor: high, original }: StretchOptions,
): number[] {
  return defaultFrequencies(size, theta).map((frequency) => {
    const turns = (original * frequency) / (2 * Math.PI)
    if (turns > high) return frequency
    if (turns < low) return frequency / factor
    const share = (turns - low) / (high - low)
    return ((1 - share) * frequency) / factor + share * frequency
  })
}
