// Made by scripts/generate-registry.ts from the files in types/; never edited.
import type { ModelType } from './model-type.ts'

interface TypesFile {
  readonly modelTypes: readonly ModelType[]
}

/** Loads the file that defines a type. */
export const registeredTypes: Readonly<Record<string, () => Promise<TypesFile>>> = {
  'audio-spectrogram-transformer': () => import('./types/speech/audio-spectrogram-transformer.ts'),
  bart: () => import('./types/encoder-decoder/bart.ts'),
  bert: () => import('./types/encoder-only/bert.ts'),
  clip: () => import('./types/vision-text/clip.ts'),
  convnext: () => import('./types/vision/convnext.ts'),
  'deberta-v2': () => import('./types/encoder-only/deberta-v2.ts'),
  distilbert: () => import('./types/encoder-only/distilbert.ts'),
  dit: () => import('./types/diffusion/dit.ts'),
  gemma: () => import('./types/decoder-only/gemma.ts'),
  gpt2: () => import('./types/decoder-only/gpt2.ts'),
  llama: () => import('./types/decoder-only/llama.ts'),
  mamba: () => import('./types/state-space/mamba.ts'),
  mamba2: () => import('./types/state-space/mamba2.ts'),
  mixtral: () => import('./types/mixture-of-experts/mixtral.ts'),
  modernbert: () => import('./types/encoder-only/modernbert.ts'),
  qwen2: () => import('./types/decoder-only/qwen2.ts'),
  qwen2_moe: () => import('./types/mixture-of-experts/qwen2-moe.ts'),
  qwen3_moe: () => import('./types/mixture-of-experts/qwen3-moe.ts'),
  resnet: () => import('./types/vision/resnet.ts'),
  roberta: () => import('./types/encoder-only/roberta.ts'),
  rwkv: () => import('./types/state-space/rwkv.ts'),
  siglip: () => import('./types/vision-text/siglip.ts'),
  'stable-diffusion': () => import('./types/diffusion/stable-diffusion.ts'),
  swin: () => import('./types/vision/swin.ts'),
  t5: () => import('./types/encoder-decoder/t5.ts'),
  vit: () => import('./types/vision/vit.ts'),
  wav2vec2: () => import('./types/speech/wav2vec2.ts'),
  whisper: () => import('./types/speech/whisper.ts'),
}
