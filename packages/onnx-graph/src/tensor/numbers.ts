import { elementCount } from './data-types.ts'
import { bfloat16ToNumber, float16ToNumber } from './float16.ts'
import type { Tensor } from './tensor.ts'

/**
 * The elements as float64, row-major, one per element (4-bit types unpacked).
 * 64-bit integers beyond ±2^53 lose their last bits.
 * @throws {TypeError} for strings
 */
export function toNumbers(tensor: Tensor): Float64Array {
  const { type, data } = tensor
  if (!ArrayBuffer.isView(data)) throw new TypeError('a string tensor has no numbers')
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Float64Array.from(data, Number)
  if (type === 'float16' && data instanceof Uint16Array) return Float64Array.from(data, float16ToNumber)
  if (type === 'bfloat16') return Float64Array.from(data as Uint16Array, bfloat16ToNumber)
  if (type === 'int4' || type === 'uint4') return unpackNibbles(data as Uint8Array, elementCount(tensor.dims), type === 'int4')
  return Float64Array.from(data)
}

function unpackNibbles(packed: Uint8Array, count: number, signed: boolean): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => {
    const nibble = (packed[index >> 1]! >> (index % 2 === 0 ? 0 : 4)) & 0xf
    return signed && nibble > 7 ? nibble - 16 : nibble
  })
}
