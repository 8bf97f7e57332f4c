import { type InputRule, numbers } from './input-rule.ts'

/** Images as processors leave them: every channel normalised. */
export const imageRules: readonly InputRule[] = [
  {
    names: /^pixel_values/,
    // neighbours alike, as in a photograph, with a little noise: the average of a slow wave and uniform numbers, in [-1, 1]
    fill: ({ dims, count, random }) => {
      const width = dims.at(-1) ?? 1
      const height = dims.at(-2) ?? 1
      const planes = Array.from({ length: Math.ceil(count / Math.max(1, width * height)) }, () => ({ across: random() * 2, down: random() * 2 }))
      return numbers(count, (index) => {
        const { across, down } = planes[Math.floor(index / (width * height))]!
        const x = (index % width) / width
        const y = (Math.floor(index / width) % height) / height
        return (triangle(x * across + y * down) + random() * 2 - 1) / 2
      })
    },
  },
  {
    names: /^pixel_mask$/,
    fill: ({ count }) => numbers(count, () => 1),
  },
]

/** A wave of period 1 between -1 and 1, from additions and multiplications alone: the same on every machine. */
export function triangle(turns: number): number {
  const phase = turns - Math.floor(turns)
  return 1 - 4 * Math.abs(phase - 0.5)
}
