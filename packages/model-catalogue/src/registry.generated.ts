// Made by scripts/generate-registry.ts from the files in types/; never edited.
import type { ModelType } from './model-type.ts'
import { modelType as gemma } from './types/decoder-only/gemma.ts'
import { modelType as gpt2 } from './types/decoder-only/gpt2.ts'
import { modelType as llama } from './types/decoder-only/llama.ts'
import { modelType as qwen2 } from './types/decoder-only/qwen2.ts'
import { modelType as bart } from './types/encoder-decoder/bart.ts'
import { modelType as t5 } from './types/encoder-decoder/t5.ts'
import { modelType as bert } from './types/encoder-only/bert.ts'
import { modelType as distilbert } from './types/encoder-only/distilbert.ts'
import { modelType as roberta } from './types/encoder-only/roberta.ts'
import { modelType as mixtral } from './types/mixture-of-experts/mixtral.ts'
import { modelType as qwen2Moe } from './types/mixture-of-experts/qwen2-moe.ts'
import { modelType as qwen3Moe } from './types/mixture-of-experts/qwen3-moe.ts'
import { modelType as mamba } from './types/state-space/mamba.ts'
import { modelType as mamba2 } from './types/state-space/mamba2.ts'
import { modelType as rwkv } from './types/state-space/rwkv.ts'

export const registeredTypes: readonly ModelType[] = [gemma, gpt2, llama, qwen2, bart, t5, bert, distilbert, roberta, mixtral, qwen2Moe, qwen3Moe, mamba, mamba2, rwkv]
