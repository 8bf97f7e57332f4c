/** Smallest and largest; null for an empty list. Safe for lists too long to spread into `Math.min`. */
export function range(values: readonly number[]): { readonly low: number; readonly high: number } | null {
  const first = values[0]
  if (first === undefined) return null
  let low = first
  let high = first
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}
