import { setTimeout } from 'node:timers/promises'

/** Milliseconds to wait before each further look: a neighbour's burst, a collection or a throttled core are mostly over by then. */
export const pauses: readonly number[] = [100, 400, 1000]

export interface LookAgainOptions {
  /** Whether the samples so far would be called a regression. */
  readonly isWorse: (samples: readonly number[]) => boolean
  /** Another block of samples of the same call. */
  readonly again: () => Promise<readonly number[]>
  readonly signal?: AbortSignal
  /** @default a timer */
  readonly wait?: (milliseconds: number) => Promise<void>
}

/**
 * Takes further blocks of samples, with pauses, while what there is would be an alarm. A code change is slow in every block;
 * a disturbance in one of them does not move the median of all. Nothing is dropped.
 * @returns the samples of all blocks, in the order taken
 */
export async function lookAgain(first: readonly number[], options: LookAgainOptions): Promise<number[]> {
  const { isWorse, again, signal, wait = (milliseconds) => setTimeout(milliseconds, undefined, { signal }) } = options
  const samples = [...first]
  for (const pause of pauses) {
    if (!isWorse(samples)) break
    await wait(pause)
    samples.push(...(await again()))
  }
  return samples
}
