import type { Tensors } from '@vitest-hardware/onnx-graph'
import { compareOutputs } from '../comparison/compare-outputs.ts'
import { type MismatchContext, mismatchMessage } from '../comparison/mismatch-message.ts'
import type { ToleranceOptions } from '../comparison/tolerance.ts'
import { referenceSourceOf } from '../model/reference-source.ts'
import { subjectOf } from '../recording/artifacts.ts'

/**
 * Matcher; see the declaration in `matchers.ts`.
 * @param task the running test, whose subject names backend and model
 */
export function toMatchOutputs(
  task: object | undefined,
  received: unknown,
  expected: Tensors,
  options: ToleranceOptions = {},
): { pass: boolean; message: () => string } {
  const fault = notTensors('the received value', received) ?? notTensors('the expected value', expected)
  if (fault !== null) return { pass: false, message: () => fault }
  const result = compareOutputs(received as Tensors, expected, options)
  const context = contextOf(task, expected)
  return {
    pass: result.matches,
    message: () =>
      result.matches
        ? `expected outputs to differ, but all ${result.outputs.length} match within the tolerance`
        : mismatchMessage(result, context),
  }
}

function contextOf(task: object | undefined, expected: Tensors): MismatchContext {
  const subject = task === undefined ? undefined : subjectOf(task)
  const reference = referenceSourceOf(expected)
  return {
    ...(subject === undefined
      ? {}
      : {
          backend: `${subject.profile.backend} (${subject.profile.device}, ${subject.profile.runtime} ${subject.profile.runtimeVersion})`,
        }),
    ...(typeof subject?.model === 'string' ? { model: subject.model } : {}),
    ...(reference === undefined ? {} : { reference: reference.description }),
  }
}

function notTensors(label: string, value: unknown): string | null {
  if (value instanceof Promise) return `${label} is a promise; await it: expect(await session.run(inputs)).toMatchOutputs(reference)`
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `${label} holds no outputs: expected an object of name → tensor`
  const bad = Object.entries(value).find(([, tensor]) => !isTensor(tensor))
  return bad === undefined ? null : `${label} has '${bad[0]}', which is no tensor: expected { type, dims, data }`
}

function isTensor(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && 'dims' in value && 'data' in value
}
