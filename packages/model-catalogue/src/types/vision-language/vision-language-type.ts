import { type VisionLanguageSpec, visionLanguageGraph } from '../../architectures/vision-language.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelConfig, ModelType, Preprocessor, Task, TaskHead } from '../../model-type.ts'

/** Id of the token that images stand for in these tiny vocabularies. */
export const imageToken = 120

/** Id of the token that sounds stand for. */
export const audioToken = 121

export interface VisionLanguageTypeOptions {
  /** Upstream's class names up to `Model` and `ForConditionalGeneration`. */
  readonly prefix: string
  /** Upstream's class with a language head. @default `<prefix>ForConditionalGeneration` */
  readonly generator?: string
  /** Upstream's class without a head; null where none exists. @default `<prefix>Model` */
  readonly body?: string | null
  /** Fields of config.json besides type and class. */
  readonly config: Readonly<Record<string, unknown>>
  readonly spec: VisionLanguageSpec
  /** Tasks for which the same class is loaded besides `any-to-any`. @default none */
  readonly also?: readonly Task[]
  /** @default 'image-text-to-text' */
  readonly task?: Task
  readonly heads?: Readonly<Record<Task, TaskHead>>
  readonly preprocessor?: Preprocessor
  readonly files?: Readonly<Record<string, unknown>>
  readonly note?: string
}

const noPipeline =
  'Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images'

/** A type that answers texts with images; its first task gives the logits of each token. */
export function visionLanguageType(type: string, options: VisionLanguageTypeOptions): ModelType {
  const {
    prefix,
    generator = `${prefix}ForConditionalGeneration`,
    body = `${prefix}Model`,
    spec,
    task = 'image-text-to-text',
    also = [],
  } = options
  const logits = [{ name: 'model', build: (context: GraphContext) => visionLanguageGraph(context, spec, 'logits') }] as const
  const hidden = [{ name: 'model', build: (context: GraphContext) => visionLanguageGraph(context, spec, 'last_hidden_state') }] as const
  const bodyHeads: [Task, TaskHead][] = body === null ? [] : [['feature-extraction', { architecture: body, graphs: hidden }]]
  const same = [...(task === 'any-to-any' ? [] : ['any-to-any']), ...also].map((name): [Task, TaskHead] => [
    name,
    { architecture: generator, graphs: logits },
  ])
  const heads = { ...Object.fromEntries([...bodyHeads, ...same]), ...options.heads }
  const config: ModelConfig = { model_type: type, architectures: [generator], ...options.config }
  return {
    type,
    tasks: [task, ...Object.keys(heads)],
    config,
    preprocessor: options.preprocessor ?? { kind: 'none' },
    graphs: logits,
    heads,
    ...(options.files ? { files: options.files } : {}),
    transformersJs: null,
    note: options.note === undefined ? noPipeline : `${options.note}; ${noPipeline}`,
  }
}
