// Made by vitest-hardware 0.1.0 from 2fedf61142a64014; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration, textGeneration } from 'vitest-hardware/skillset'

/** ProphetNet. a main stream and streams that predict the next and the second-next token, with relative positions by bucket; its graph reads the whole text at once, without a cache; Transformers.js 4.3 has no class for prophetnet. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const prophetnet = {
  checkpoint: 'microsoft/prophetnet-large-uncased',
  text2textGeneration: text2textGeneration({ model: 'prophetnet' }),
  featureExtraction: featureExtraction({ model: 'prophetnet' }),
  textGeneration: textGeneration({ model: 'prophetnet' }),
} as const
