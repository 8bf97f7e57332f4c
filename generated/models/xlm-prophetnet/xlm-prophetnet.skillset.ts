// Made by vitest-hardware 0.1.0 from 4044715621b5f13f; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration, textGeneration } from 'vitest-hardware/skillset'

/** XLM-ProphetNet. ProphetNet under another name upstream, with a SentencePiece vocabulary; its graph reads the whole text at once, without a cache; Transformers.js 4.3 has no class for xlm-prophetnet. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xlmProphetnet = {
  checkpoint: 'microsoft/xprophetnet-large-wiki100-cased',
  text2textGeneration: text2textGeneration({ model: 'xlm-prophetnet' }),
  featureExtraction: featureExtraction({ model: 'xlm-prophetnet' }),
  textGeneration: textGeneration({ model: 'xlm-prophetnet' }),
} as const
