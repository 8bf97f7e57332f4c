import type { BinaryKernel } from '../elementwise.ts'
import { isFloat } from '../integers.ts'

const plain =
  (fn: (a: number, b: number) => number): BinaryKernel['numbers'] =>
  () =>
    fn

export const add: BinaryKernel = { numbers: plain((a, b) => a + b), bigs: (a, b) => a + b }
export const subtract: BinaryKernel = { numbers: plain((a, b) => a - b), bigs: (a, b) => a - b }

/** 32-bit products do not fit into float64's 53 bits; their low 32 bits are what wraps around. */
export const multiply: BinaryKernel = {
  numbers: (type) => (type === 'int32' || type === 'uint32' ? Math.imul : (a, b) => a * b),
  bigs: (a, b) => a * b,
}

/** Integers are truncated towards zero (Div-14); ONNX leaves their division by zero undefined, here it is an error. */
export const divide: BinaryKernel = {
  numbers: (type) =>
    isFloat(type)
      ? (a, b) => a / b
      : (a, b) => {
          if (b === 0) throw new RangeError('an integer is divided by zero')
          return Math.trunc(a / b)
        },
  bigs: (a, b) => a / b,
}

export const maximum: BinaryKernel = { numbers: plain(Math.max), bigs: (a, b) => (a > b ? a : b) }
export const minimum: BinaryKernel = { numbers: plain(Math.min), bigs: (a, b) => (a < b ? a : b) }

/**
 * Mod-13: with `fmod` the result has the dividend's sign (C's fmod), without it the divisor's (Python's %).
 */
export function modulo(fmod: boolean): BinaryKernel {
  if (fmod) return { numbers: plain((a, b) => a % b), bigs: (a, b) => a % b }
  return {
    numbers: plain((a, b) => {
      const rest = a % b
      return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest
    }),
    bigs: (a, b) => {
      const rest = a % b
      return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest
    },
  }
}

/** Integers to a negative power are truncated towards zero. */
export const power: BinaryKernel = {
  numbers: (type) => (isFloat(type) ? (a, b) => a ** b : (a, b) => (b >= 0 ? wholePower(a, b) : Math.trunc(a ** b))),
  bigs: (a, b) => (b >= 0n ? a ** b : BigInt(Math.trunc(Number(a) ** Number(b)))),
}

/** Modulo 2^64, so that narrower types wrap around exactly. */
function wholePower(base: number, exponent: number): number {
  return Number(BigInt.asIntN(32, BigInt(base) ** BigInt(exponent)))
}

/** BitShift-11, of unsigned integers; a shift by the type's width or more gives 0. */
export function shift(left: boolean): BinaryKernel {
  return left
    ? { numbers: plain((a, b) => a * 2 ** b), bigs: (a, b) => a << b }
    : { numbers: plain((a, b) => Math.floor(a / 2 ** b)), bigs: (a, b) => a >> b }
}
