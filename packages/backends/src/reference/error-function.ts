const twoOverRootPi = 2 / Math.sqrt(Math.PI)

/** Where the series takes as many terms as the continued fraction, about. */
const border = 2.5

/**
 * The error function, with a relative error below 1e-15.
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 7.1.6 (a series of positive terms, so that nothing cancels)
 * and 7.1.14 (see {@link erfc}).
 */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x
  const magnitude = Math.abs(x)
  const value = magnitude < border ? series(magnitude) : 1 - continuedFraction(magnitude)
  return x < 0 || Object.is(x, -0) ? -value : value
}

/** `1 - erf(x)`, without cancellation for large `x` (Abramowitz & Stegun 7.1.14). */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x
  if (x < 0) return 1 + erf(-x)
  return x < border ? 1 - series(x) : continuedFraction(x)
}

/** 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)). */
function series(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; term > sum * 1e-18; n += 1) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return twoOverRootPi * Math.exp(-x * x) * sum
}

/** √π · e^(x²) · erfc(x) = 2 / (2x + 2/(2x + 4/(2x + 6/(2x + …)))), evaluated from the far end. */
function continuedFraction(x: number): number {
  // e^(−x²) is 0 in float64 from there on
  if (x > 27.3) return 0
  let denominator = 2 * x
  for (let n = 60; n >= 1; n -= 1) denominator = 2 * x + (2 * n) / denominator
  return (2 * Math.exp(-x * x)) / (Math.sqrt(Math.PI) * denominator)
}
