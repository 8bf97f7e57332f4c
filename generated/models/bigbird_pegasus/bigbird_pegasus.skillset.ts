// Made by vitest-hardware 0.1.0 from 03e48cb4ce144549; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, text2textGeneration, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** BigBird-Pegasus. all tokens see all others, as upstream has it for texts of up to 5 blocks and the random ones; Transformers.js 4.3 has no class for bigbird_pegasus. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bigbirdPegasus = {
  checkpoint: 'google/bigbird-pegasus-large-arxiv',
  text2textGeneration: text2textGeneration({ model: 'bigbird_pegasus' }),
  featureExtraction: featureExtraction({ model: 'bigbird_pegasus' }),
  textGeneration: textGeneration({ model: 'bigbird_pegasus' }),
  textClassification: textClassification({ model: 'bigbird_pegasus', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'bigbird_pegasus' }),
} as const
