import { audioRules } from './audio-inputs.ts'
import { codecRules } from './codec-inputs.ts'
import { documentRules } from './document-inputs.ts'
import { graphRules } from './graph-inputs.ts'
import { imageRules } from './image-inputs.ts'
import type { InputRule } from './input-rule.ts'
import { latentRules } from './latent-inputs.ts'
import { pairedTextRules } from './paired-text-inputs.ts'
import { textRules } from './text-inputs.ts'
import { timeSeriesRules } from './time-series-inputs.ts'
import { visionLanguageRules } from './vision-language-inputs.ts'

/** All rules, the most particular first; what none matches gets {@link anyRule}. */
export const inputRules: readonly InputRule[] = [
  ...documentRules,
  ...visionLanguageRules,
  ...pairedTextRules,
  ...timeSeriesRules,
  ...graphRules,
  ...textRules,
  ...imageRules,
  ...audioRules,
  ...codecRules,
  ...latentRules,
]
