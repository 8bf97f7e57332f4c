// Made by vitest-hardware 0.1.0 from 91e77125aef019d1; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration, textGeneration } from 'vitest-hardware/skillset'

/** BlenderbotSmall. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const blenderbotSmall = {
  checkpoint: 'facebook/blenderbot_small-90M',
  text2textGeneration: text2textGeneration({ model: 'blenderbot-small' }),
  featureExtraction: featureExtraction({ model: 'blenderbot-small' }),
  textGeneration: textGeneration({ model: 'blenderbot-small' }),
} as const
