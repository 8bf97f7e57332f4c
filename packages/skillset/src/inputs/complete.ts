import type { Session } from '@vitest-hardware/backends'
import type { Tensor, Tensors } from '@vitest-hardware/onnx-graph'
import { SkillError } from '../core/skill-error.ts'

/**
 * A model's inputs from those that an input was turned into: masks, positions and empty caches follow from them. Nothing else is made up.
 * @throws {SkillError} the model wants more; names it
 */
export function complete(session: Session, given: Tensors): Tensors {
  const length = (given['input_ids'] ?? given['decoder_input_ids'])?.dims[1] ?? 0
  const tensors: Record<string, Tensor> = {}
  const missing: string[] = []
  for (const { name, value } of session.inputs) {
    const tensor =
      given[name] ??
      (name === 'pixel_mask' ? wholeImage(given['pixel_values']) : null) ??
      (value.kind === 'tensor' ? implied(name, value.dims ?? [], value.type, length) : null)
    if (tensor === null) missing.push(name)
    else tensors[name] = tensor
  }
  if (missing.length > 0) {
    throw new SkillError(`the model also needs ${missing.join(', ')}`, {
      input: missing[0]!,
      nextStep: 'give all inputs as tensors: skill.run({ tensors })',
    })
  }
  return tensors
}

/** Marks every pixel as one of the image, none as padding: int64 `[batch, height, width]`. */
function wholeImage(pixels: Tensor | undefined): Tensor | null {
  if (pixels?.dims.length !== 4) return null
  const [batch, , height, width] = pixels.dims as readonly [number, number, number, number]
  return { type: 'int64', dims: [batch, height, width], data: new BigInt64Array(batch * height * width).fill(1n) }
}

function implied(name: string, dims: readonly (number | string)[], type: string, length: number): Tensor | null {
  const whole = (values: (index: number) => number): Tensor => ({
    type: 'int64',
    dims: [1, length],
    data: BigInt64Array.from({ length }, (_, index) => BigInt(values(index))),
  })
  if (length > 0 && dims.length === 2) {
    if (name.endsWith('attention_mask')) return whole(() => 1)
    if (name === 'position_ids') return whole((index) => index)
    if (name === 'token_type_ids') return whole(() => 0)
  }
  if (name.startsWith('past') && type === 'float32') {
    const shape = dims.map((dim, axis) => (typeof dim === 'number' ? dim : axis === 0 ? 1 : 0))
    return { type: 'float32', dims: shape, data: new Float32Array(shape.reduce((product, dim) => product * dim, 1)) }
  }
  return null
}
