// Made by scripts/generate-registry.ts from the files in types/; never edited.
import type { ModelType } from './model-type.ts'
import { modelType as gemma } from './types/decoder-only/gemma.ts'
import { modelType as gpt2 } from './types/decoder-only/gpt2.ts'
import { modelType as llama } from './types/decoder-only/llama.ts'
import { modelType as qwen2 } from './types/decoder-only/qwen2.ts'
import { modelType as dit } from './types/diffusion/dit.ts'
import { modelType as stableDiffusion } from './types/diffusion/stable-diffusion.ts'
import { modelType as bart } from './types/encoder-decoder/bart.ts'
import { modelType as t5 } from './types/encoder-decoder/t5.ts'
import { modelType as bert } from './types/encoder-only/bert.ts'
import { modelType as debertaV2 } from './types/encoder-only/deberta-v2.ts'
import { modelType as distilbert } from './types/encoder-only/distilbert.ts'
import { modelType as modernbert } from './types/encoder-only/modernbert.ts'
import { modelType as roberta } from './types/encoder-only/roberta.ts'
import { modelType as mixtral } from './types/mixture-of-experts/mixtral.ts'
import { modelType as qwen2Moe } from './types/mixture-of-experts/qwen2-moe.ts'
import { modelType as qwen3Moe } from './types/mixture-of-experts/qwen3-moe.ts'
import { modelType as audioSpectrogramTransformer } from './types/speech/audio-spectrogram-transformer.ts'
import { modelType as wav2vec2 } from './types/speech/wav2vec2.ts'
import { modelType as whisper } from './types/speech/whisper.ts'
import { modelType as mamba } from './types/state-space/mamba.ts'
import { modelType as mamba2 } from './types/state-space/mamba2.ts'
import { modelType as rwkv } from './types/state-space/rwkv.ts'
import { modelType as clip } from './types/vision-text/clip.ts'
import { modelType as siglip } from './types/vision-text/siglip.ts'
import { modelType as convnext } from './types/vision/convnext.ts'
import { modelType as resnet } from './types/vision/resnet.ts'
import { modelType as swin } from './types/vision/swin.ts'
import { modelType as vit } from './types/vision/vit.ts'

export const registeredTypes: readonly ModelType[] = [
  gemma,
  gpt2,
  llama,
  qwen2,
  dit,
  stableDiffusion,
  bart,
  t5,
  bert,
  debertaV2,
  distilbert,
  modernbert,
  roberta,
  mixtral,
  qwen2Moe,
  qwen3Moe,
  audioSpectrogramTransformer,
  wav2vec2,
  whisper,
  mamba,
  mamba2,
  rwkv,
  clip,
  siglip,
  convnext,
  resnet,
  swin,
  vit,
]
