/** Complex numbers, real and imaginary parts apart. */
export interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

export function complex(length: number): Complex {
  return { re: new Float64Array(length), im: new Float64Array(length) }
}

/**
 * Discrete Fourier transforms of one length, by their definition: `y[k] = Σ_n e^(∓2πi k n / N) x[n]` (ONNX DFT-20), so O(N · bins).
 * @param inverse turns the sign and divides by `N`
 * @returns fills the first elements of `out`, as many as it has
 */
export function fourierTransform(length: number, inverse: boolean): (x: Complex, out: Complex) => void {
  const cos = Float64Array.from({ length }, (_, index) => Math.cos((2 * Math.PI * index) / length))
  const sin = Float64Array.from({ length }, (_, index) => Math.sin((2 * Math.PI * index) / length))
  const sign = inverse ? 1 : -1
  const factor = inverse ? 1 / length : 1
  return (x, out) => {
    for (let bin = 0; bin < out.re.length; bin += 1) {
      let re = 0
      let im = 0
      let turn = 0
      for (let n = 0; n < length; n += 1) {
        const c = cos[turn]!
        const s = sign * sin[turn]!
        re += c * x.re[n]! - s * x.im[n]!
        im += s * x.re[n]! + c * x.im[n]!
        turn += bin
        if (turn >= length) turn -= length
      }
      out.re[bin] = re * factor
      out.im[bin] = im * factor
    }
  }
}

/** Fills the upper half of a spectrum whose signal is real: `x[N - k]` is the conjugate of `x[k]`. */
export function mirrorSpectrum({ re, im }: Complex): void {
  const length = re.length
  for (let bin = 1; bin < length - bin; bin += 1) {
    re[length - bin] = re[bin]!
    im[length - bin] = -im[bin]!
  }
}
