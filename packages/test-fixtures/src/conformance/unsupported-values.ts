import type { Capabilities } from '@vitest-hardware/backends'
import type { ValueInfo } from '@vitest-hardware/onnx-graph'

/** Why a backend cannot take or give one of these values, naming it and its type; null where it can. */
export function unsupportedValue(side: 'input' | 'output', values: readonly ValueInfo[], capabilities: Capabilities): string | null {
  for (const { name, value } of values) {
    if (value.kind !== 'tensor') return `${side} '${name}' is ${value.onnxType}: only tensors cross the border of a session`
    // the runtime infers the type of an output that the model leaves open
    if (value.onnxType === 'untyped') continue
    if (value.type === 'unsupported' || !capabilities.dtypes.has(value.type))
      return `${side} '${name}' is ${value.onnxType}, which this backend cannot hand over`
  }
  return null
}
