// Made by vitest-hardware 0.1.0 from 3484639364481309; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, textGeneration } from 'vitest-hardware/skillset'

/** GIT. the class token and patches stand before the text, so there are more logits than tokens; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const git = {
  checkpoint: 'microsoft/git-base',
  imageTextToText: imageTextToText({ model: 'git' }),
  featureExtraction: featureExtraction({ model: 'git' }),
  textGeneration: textGeneration({ model: 'git' }),
  anyToAny: anyToAny({ model: 'git' }),
} as const
