import type { Tensors } from '@vitest-hardware/onnx-graph'
import { defineTask } from '../core/define-task.ts'
import { tensorsOnly } from '../inputs/tensors-only.ts'

/** A task whose answer has no form of its own here: tensors in, tensors out. */
export function tensorsTask(task: string) {
  return defineTask<never, Tensors>({ task, preprocess: tensorsOnly, postprocess: (outputs) => outputs })
}
