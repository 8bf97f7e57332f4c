/** Most samples of one metric that are kept; a test of any length stays below twice this many numbers. */
export const sampleCapacity = 512

/** Samples of any number in bounded memory. */
export interface SampleBuffer {
  push(sample: number): void
  /** In the order taken; each stands for the same number of pushed ones, the last perhaps for fewer. */
  readonly samples: readonly number[]
}

/**
 * @param combine how neighbours become one; `first` thins out and keeps what was pushed
 * @param capacity even; when it is reached, neighbours become one and each later sample stands for twice as many
 */
export function sampleBuffer(combine: 'mean' | 'max' | 'first', capacity: number = sampleCapacity): SampleBuffer {
  let kept: number[] = []
  let stride = 1
  let pending: number[] = []
  const merge = merges[combine]
  return {
    push(sample) {
      pending.push(sample)
      if (pending.length < stride) return
      kept.push(merge(pending))
      pending = []
      if (kept.length < capacity) return
      kept = Array.from({ length: capacity / 2 }, (_, index) => merge([kept[2 * index]!, kept[2 * index + 1]!]))
      stride *= 2
    },
    get samples() {
      return pending.length === 0 ? kept : [...kept, merge(pending)]
    },
  }
}

const merges = {
  mean: (some: readonly number[]): number => some.reduce((sum, one) => sum + one / some.length, 0),
  max: (some: readonly number[]): number => some.reduce((largest, one) => Math.max(largest, one)),
  first: (some: readonly number[]): number => some[0]!,
} as const
