const above = [1.05, 1.1, 1.25, 1.5, 2, 3, 5, 10, 20, 50, 100, 1000]

/** Round ratios from `low` to `high` for a logarithmic axis: 1 first, then outward, at least 1/`most` of the axis apart. */
export function ratioTicks(low: number, high: number, most: number): number[] {
  const distance = Math.log(high / low) / most
  const kept = [1]
  for (const ratio of above.flatMap((factor) => [factor, Number((1 / factor).toPrecision(2))])) {
    const isFree = kept.every((tick) => Math.abs(Math.log(tick / ratio)) >= distance)
    if (ratio >= low && ratio <= high && isFree) kept.push(ratio)
  }
  return kept.toSorted((a, b) => a - b)
}
