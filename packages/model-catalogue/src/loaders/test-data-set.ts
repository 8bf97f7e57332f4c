import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeTensorFile, type Tensor, type Tensors, type ValueInfo } from '@vitest-hardware/onnx-graph'

/**
 * Inputs and outputs that stand beside a model in ONNX's test layout (`input_0.pb`, `output_0.pb` …), by the names that the graph declares.
 * Null where the folder is absent or a value is no tensor.
 */
export async function readTestDataSet(
  folder: string,
  inputs: readonly ValueInfo[],
  outputs: readonly ValueInfo[],
): Promise<{ inputs: Tensors; outputs: Tensors } | null> {
  const names = await readdir(folder).catch(() => null)
  if (names === null || [...inputs, ...outputs].some(({ value }) => value.kind !== 'tensor')) return null
  const read = (prefix: string, declared: readonly ValueInfo[]) => readNumbered(folder, names, prefix, declared)
  const [given, expected] = await Promise.all([read('input', inputs), read('output', outputs)])
  return Object.keys(expected).length === 0 ? null : { inputs: given, outputs: expected }
}

/** Tensor files `<prefix>_<index>.pb` in the order of their index, by name. */
export async function readNumbered(
  folder: string,
  names: readonly string[],
  prefix: string,
  declared: readonly ValueInfo[],
): Promise<Tensors> {
  const indexed = names
    .map((name) => ({ name, index: Number(new RegExp(`^${prefix}_(\\d+)\\.pb$`).exec(name)?.[1] ?? -1) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)
  const entries = await Promise.all(
    indexed.map(async ({ name, index }): Promise<[string, Tensor]> => {
      const { name: own, ...tensor } = decodeTensorFile(await readFile(join(folder, name)))
      const known = declared.some((value) => value.name === own)
      return [known ? own : (declared[index]?.name ?? own), tensor]
    }),
  )
  return Object.fromEntries(entries)
}
