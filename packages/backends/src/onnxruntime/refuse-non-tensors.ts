import type { LocalBackendName } from '@vitest-hardware/contracts'
import { ModelLoadError } from '../errors.ts'
import type { Signature } from './value-info.ts'

/**
 * @param runtime what hands values over, for the message
 * @throws {ModelLoadError} an input or output that is not a tensor
 */
export function refuseNonTensors(backend: LocalBackendName, runtime: string, label: string, { inputs, outputs }: Signature): void {
  const all = [...inputs.map((info) => ({ side: 'input', info })), ...outputs.map((info) => ({ side: 'output', info }))]
  const refused = all.find(({ info }) => info.value.kind !== 'tensor')
  if (refused === undefined) return
  const reason = `the ${refused.side} '${refused.info.name}' is ${refused.info.value.onnxType}; ${runtime} hands over tensors only`
  const nextStep = 'export the model so that its inputs and outputs are tensors'
  throw new ModelLoadError(reason, { backend, failure: 'unsupported-value-type', reason, input: label, nextStep })
}
