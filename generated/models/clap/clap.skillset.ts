// Made by vitest-hardware 0.1.0 from cd81183555c25139; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** CLAP. texts by RoBERTa, sounds by Swin over a folded spectrogram, a temperature for each direction; without the fusion of long sounds; not tried with Transformers.js. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const clap = {
  checkpoint: 'laion/clap-htsat-fused',
  featureExtraction: featureExtraction({ model: 'clap' }),
} as const
