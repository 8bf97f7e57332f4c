import type { ModelTypeFacts } from '../facts.ts'
import type { ModelType } from '../model-type.ts'
import { findModelType, loadModelType } from '../registry.ts'

/** Two or more types of each family, whose behaviour (masks, causality, caches, batches) is tested one by one. */
const names = [
  'audio-spectrogram-transformer',
  'bart',
  'bert',
  'clip',
  'convnext',
  'deberta-v2',
  'distilbert',
  'dit',
  'gemma',
  'gpt2',
  'llama',
  'mamba',
  'mamba2',
  'mixtral',
  'modernbert',
  'qwen2',
  'qwen2_moe',
  'qwen3_moe',
  'resnet',
  'roberta',
  'rwkv',
  'siglip',
  'stable-diffusion',
  'swin',
  't5',
  'vit',
  'wav2vec2',
  'whisper',
]

export interface StudiedType {
  readonly type: ModelType
  readonly facts: ModelTypeFacts
}

export const studiedTypes: readonly StudiedType[] = await Promise.all(
  names.map(async (name) => ({ type: await loadModelType(name), facts: findModelType(name) })),
)
