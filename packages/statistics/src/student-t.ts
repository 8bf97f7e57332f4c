/**
 * Student's t distribution. Written here because the numerically sound packages bring over 200 packages with them
 * and the small one loses digits in the middle of the range; checked against SciPy's values in the unit test.
 */

/**
 * P(T ≤ t) for `df` degrees of freedom (any real number above 0), NIST DLMF §8.17 by
 * I_x(df/2, 1/2) with x = df / (df + t²). Relative error of either tail below 1e-11 for df ≤ 1e6.
 */
export function studentTCdf(t: number, df: number): number {
  const tail = upperTail(Math.abs(t), df)
  return t > 0 ? 1 - tail : tail
}

/** P(|T| ≥ |t|), exact in the far tail where 1 − cdf would round to 0. */
export function studentTTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(t), df))
}

/**
 * The t with P(T ≤ t) = p, by bisection on the logarithm of the tail.
 *
 * @param p probability, 0 < p < 1; 0 and 1 give ∓Infinity
 * @param df degrees of freedom, above 0
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return Number.NaN
  if (p < 0.5) return -upperQuantile(p, df)
  return p === 0.5 ? 0 : upperQuantile(1 - p, df)
}

function upperQuantile(tail: number, df: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY
  let low = 0
  let high = 1
  while (upperTail(high, df) > tail) {
    low = high
    high *= 2
    if (!Number.isFinite(high)) return Number.POSITIVE_INFINITY
  }
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2
    if (upperTail(middle, df) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function upperTail(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) return Number.NaN
  if (!Number.isFinite(t)) return 0
  const squared = t * t
  return 0.5 * regularizedBeta(df / (df + squared), squared / (df + squared), df / 2, 0.5)
}

/** I_x(a, b) with y = 1 − x given apart, so that neither end loses digits (DLMF 8.17.4 picks the end that converges). */
function regularizedBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  const front = Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta(a, b))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(y, b, a)) / b
}

/** Continued fraction of DLMF 8.17.22, evaluated by Lentz's method as modified by Thompson & Barnett (1986). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    const factor = d * c
    result *= factor
    if (Math.abs(factor - 1) < 1e-15) break
  }
  return result
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** ln Γ(z), z > 0, by Stirling's series (DLMF 5.11.1) after raising the argument above 15. */
function logGamma(z: number): number {
  let shift = 0
  let x = z
  while (x < 15) {
    shift += Math.log(x)
    x += 1
  }
  const r = 1 / (x * x)
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / x
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - shift
}
