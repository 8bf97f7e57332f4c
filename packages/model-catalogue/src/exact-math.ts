/**
 * Exponential, logarithm, sine and cosine from additions, multiplications and divisions alone.
 * Those are exact to the last bit by IEEE 754, whereas `Math.exp` and its kin are "implementation-approximated" (ECMA-262 §21.3.2):
 * tables that graphs store must not depend on the engine. Relative error below 1e-14 in the ranges that tables need.
 */

/** e^x for |x| ≤ 700, by the Taylor series of x/2^k squared k times. */
export function exp(x: number): number {
  let halvings = 0
  let reduced = x
  while (reduced > 0.25 || reduced < -0.25) {
    reduced /= 2
    halvings++
  }
  let sum = 1
  for (let term = 16; term >= 1; term--) sum = 1 + (sum * reduced) / term
  for (; halvings > 0; halvings--) sum *= sum
  return sum
}

/** Natural logarithm of x > 0: 2·artanh((m-1)/(m+1)) for the mantissa, plus the exponent's share. */
export function log(x: number): number {
  let mantissa = x
  let exponent = 0
  for (; mantissa > 1.5; exponent++) mantissa /= 2
  for (; mantissa < 0.75; exponent--) mantissa *= 2
  const ratio = (mantissa - 1) / (mantissa + 1)
  const square = ratio * ratio
  let sum = 0
  for (let term = 41; term >= 1; term -= 2) sum = sum * square + 1 / term
  return 2 * ratio * sum + exponent * Math.LN2
}

/** Sine of an angle below about 10⁶, by reduction to a half turn and the Taylor series. */
export function sin(x: number): number {
  const turns = Math.round(x / (2 * Math.PI))
  const reduced = x - turns * 2 * Math.PI
  const square = reduced * reduced
  let sum = 1
  for (let term = 31; term >= 3; term -= 2) sum = 1 - (sum * square) / (term * (term - 1))
  return reduced * sum
}

export function cos(x: number): number {
  return sin(x + Math.PI / 2)
}
