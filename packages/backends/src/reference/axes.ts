import type { NodeContext, Values } from './operator.ts'
import { dimsText, normalizeAxis } from './shapes.ts'
import { numberList } from './values.ts'

/** An axis of `x` in `[0, rank)`; fails where it is none. */
export function axisIn(given: number, x: Values, node: NodeContext, input = 0): number {
  return normalizeAxis(given, x.dims.length) ?? node.fail(`the axis ${given} is not one of ${dimsText(x.dims)}`, input)
}

/** Numbers that are an attribute before version `since` of the operator set and an input from then on; `undefined` where not given. */
export function attributeOrInput(
  attribute: string,
  input: Values | undefined,
  node: NodeContext,
  since: number,
): readonly number[] | undefined {
  if (node.opset < since) return node.ints(attribute, undefined)
  return input === undefined ? undefined : numberList(input)
}
