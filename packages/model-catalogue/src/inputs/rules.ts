import { imageRules } from './image-inputs.ts'
import type { InputRule } from './input-rule.ts'
import { textRules } from './text-inputs.ts'

/** All rules, the most particular first; what none matches gets {@link anyRule}. */
export const inputRules: readonly InputRule[] = [...textRules, ...imageRules]
