import { cos, exp, log, sin } from '../exact-math.ts'

/**
 * Fixed positions of a square grid: for each cell, row by row, sines and cosines of its column, then of its row, a quarter of `size` each
 * (diffusers' `get_2d_sincos_pos_embed`, after He et al. 2022, arXiv:2111.06377): float32 `[1, side², size]`, row-major.
 */
export function gridSinusoids(side: number, size: number): Float32Array {
  const quarter = size / 4
  const table = new Float32Array(side * side * size)
  for (let cell = 0; cell < side * side; cell++) {
    const places = [cell % side, Math.floor(cell / side)]
    places.forEach((place, axis) => {
      for (let index = 0; index < quarter; index++) {
        const angle = place * exp((-log(10_000) * index) / quarter)
        const start = cell * size + axis * 2 * quarter + index
        table[start] = sin(angle)
        table[start + quarter] = cos(angle)
      }
    })
  }
  return table
}
