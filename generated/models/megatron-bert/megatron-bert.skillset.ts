// Made by vitest-hardware 0.1.0 from 9d61752664717e00; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  nextSentencePrediction,
  pretraining,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** Megatron-BERT. Transformers.js 4.3 has no class for megatron-bert. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const megatronBert = {
  checkpoint: 'nvidia/megatron-bert-uncased-345m',
  fillMask: fillMask({ model: 'megatron-bert' }),
  featureExtraction: featureExtraction({ model: 'megatron-bert' }),
  textClassification: textClassification({ model: 'megatron-bert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'megatron-bert' }),
  tokenClassification: tokenClassification({ model: 'megatron-bert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'megatron-bert' }),
  pretraining: pretraining({ model: 'megatron-bert' }),
  textGeneration: textGeneration({ model: 'megatron-bert' }),
  nextSentencePrediction: nextSentencePrediction({ model: 'megatron-bert' }),
} as const
