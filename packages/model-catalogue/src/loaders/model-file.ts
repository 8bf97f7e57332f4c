import { readFile, stat } from 'node:fs/promises'
import { UsageError } from '@vitest-hardware/contracts'
import { graphOf, parseModel } from '@vitest-hardware/onnx-graph'

type OnnxModel = ReturnType<typeof parseModel>

/** A path that holds no readable model file. */
export class ModelFileError extends UsageError {
  override readonly name = 'ModelFileError'
}

/**
 * Reads and parses a `.onnx` file.
 * @param asked what the user wrote, for messages
 * @throws {ModelFileError} nothing there, a folder, or no permission
 * @throws {ModelFormatError} truncated or foreign bytes
 */
export async function readModelFile(path: string, asked: string): Promise<OnnxModel> {
  const facts = await stat(path).catch(() => null)
  if (facts?.isDirectory())
    throw new ModelFileError('this is a folder, not a model file', {
      input: asked,
      nextStep: 'name the .onnx file in it, or give the folder as { hub: "./folder" }',
    })
  try {
    return parseModel(await readFile(path), asked)
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw new ModelFileError(missing ? 'there is no such file' : `the file cannot be read: ${(cause as Error).message}`, {
      input: asked,
      nextStep: missing ? `check the path; it was looked for at ${path}` : 'check the permissions of the file',
      cause,
    })
  }
}

/** Names of precisions by ONNX's element types. */
const precisions = new Map([
  [1, 'fp32'],
  [10, 'fp16'],
  [16, 'bf16'],
  [11, 'fp64'],
  [3, 'int8'],
  [2, 'int8'],
  [21, 'int4'],
  [22, 'int4'],
  [17, 'fp8'],
  [18, 'fp8'],
  [19, 'fp8'],
  [20, 'fp8'],
])

/** The precision of most weights, by number of elements; null without weights. */
export function precisionOf(model: OnnxModel): string | null {
  const counts = new Map<string, number>()
  for (const tensor of graphOf(model).initializer) {
    const precision = precisions.get(tensor.dataType)
    const count = tensor.dims.reduce((product, dim) => product * Number(dim), 1)
    if (precision !== undefined) counts.set(precision, (counts.get(precision) ?? 0) + count)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
