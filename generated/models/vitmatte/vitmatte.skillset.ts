// Made by vitest-hardware 0.1.0 from 8a9b4a04347a9a31; do not edit, "vitest-hardware generate" writes it anew.
import { imageToImage } from 'vitest-hardware/skillset'

/** ViTMatte. four channels: colours and trimap; upstream’s stride of sixteen is eight here, so that the coarsest detail has the tower’s size; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vitmatte = {
  checkpoint: 'hustvl/vitmatte-small-composition-1k',
  imageToImage: imageToImage({ model: 'vitmatte' }),
} as const
