/**
 * Which hypotheses to reject so that the expected share of false ones among them stays at or below `q`
 * (Benjamini & Hochberg, J. R. Stat. Soc. B 57, 1995): the k smallest p-values, k the largest with p₍ₖ₎ ≤ k·q/m.
 *
 * @param pValues 0 … 1, in any order; a null or NaN is a hypothesis that was not tested and counts for nothing
 * @param q false discovery rate, 0 … 1
 * @returns for each p-value, in the order given, whether it is rejected (a discovery)
 * @throws RangeError where `q` or a p-value is out of range
 */
export function benjaminiHochberg(pValues: readonly (number | null)[], q: number): boolean[] {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`the false discovery rate must be in 0 … 1, not ${q}`)
  const tested = pValues.filter((p): p is number => p !== null && !Number.isNaN(p)).sort((a, b) => a - b)
  if (tested.length > 0 && (tested[0]! < 0 || tested.at(-1)! > 1)) throw new RangeError('p-values must be in 0 … 1')
  const last = tested.findLastIndex((p, index) => p <= ((index + 1) * q) / tested.length)
  return pValues.map((p) => p !== null && last >= 0 && p <= tested[last]!)
}
