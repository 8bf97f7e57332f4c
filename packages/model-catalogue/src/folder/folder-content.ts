import { buildGraphs } from '../graphs/build-graphs.ts'
import type { ModelType } from '../model-type.ts'
import { withTokenizerIds } from './special-ids.ts'
import { tokenizerFiles } from './tokenizer/tokenizer-files.ts'

/** A file of a model folder. */
export interface FolderFile {
  /** Relative, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Place of a graph in the folder. */
export function graphPath(graphName: string): string {
  return graphName.includes('/') ? `${graphName}.onnx` : `onnx/${graphName}.onnx`
}

/** All files of a type's folder in the hub's layout, sorted by path. */
export function folderContent(type: ModelType, seed: number): FolderFile[] {
  const { preprocessor } = type
  const config = withTokenizerIds(type)
  const tokenizer =
    'tokenizer' in preprocessor && preprocessor.tokenizer !== undefined ? tokenizerFiles(preprocessor.tokenizer, maximumLength(config)) : {}
  const generation = generationConfig(type.tasks[0], config)
  const json = { 'config.json': config, ...(generation ? { 'generation_config.json': generation } : {}), ...tokenizer, ...type.files }
  const encoder = new TextEncoder()
  return [
    ...Object.entries(json).map(([path, content]) => ({ path, bytes: encoder.encode(`${JSON.stringify(content, null, 2)}\n`) })),
    ...buildGraphs(type, seed).map(({ name, bytes }) => ({ path: graphPath(name), bytes })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1))
}

const generationFields = ['bos_token_id', 'eos_token_id', 'pad_token_id', 'decoder_start_token_id', 'forced_eos_token_id'] as const

/** What upstream derives from the config where a model generates; null where it does not. */
function generationConfig(task: string, config: ModelType['config']): Readonly<Record<string, unknown>> | null {
  const generates = task.includes('generation') || task === 'automatic-speech-recognition' || task.endsWith('-to-text')
  const ids = generationFields.filter((field) => typeof config[field] === 'number').map((field) => [field, config[field]])
  return generates && ids.length > 0 ? { _from_model_config: true, ...Object.fromEntries(ids) } : null
}

/** Tokens that the model takes, by whichever name its config has for it; 512 where it has no limit. */
function maximumLength(config: ModelType['config']): number {
  const text = (config['text_config'] ?? config) as Readonly<Record<string, unknown>>
  const known = ['max_position_embeddings', 'n_positions', 'context_length', 'max_target_positions']
    .map((field) => text[field])
    .find((value) => typeof value === 'number')
  return typeof known === 'number' ? known : 512
}
