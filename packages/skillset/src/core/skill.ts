import type { Backend, OpenOptions, RanOn, Session } from '@vitest-hardware/backends'
import type { BackendName } from '@vitest-hardware/contracts'
import type { ModelRequest, ResolvedModel } from '@vitest-hardware/model-catalogue'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { TextTokenizer } from '../inputs/tokenizer.ts'

/** Ready-made tensors in place of a task's own input: nothing is pre-processed, and nothing has to be installed for it. */
export interface RawTensors {
  readonly tensors: Tensors
}

/** What a generated skillset says of one of its tasks. */
export type SkillSpecification = ModelRequest & {
  /** Names of the labels in the order of the logits, or their number. @default the config's `id2label` */
  readonly labels?: number | readonly string[]
}

export interface SkillOptions {
  /** The first backend to try: its name, one of your own, or `auto` for the best that this machine has. @default 'auto' */
  readonly backend?: BackendName | 'auto' | Backend
  /** Backends to try after the first, in order; none is a demand. @default the rest of {@link backendChain} */
  readonly fallback?: readonly (BackendName | Backend)[]
  /** Another model of the type, such as one with real weights: `{ hub: 'org/name' }` or `{ file: './model.onnx' }`. @default the seeded one */
  readonly source?: ModelRequest
  /** How the session is opened, e.g. `{ intraOpNumThreads: 1 }`. @default the runtime's defaults, all optimizations */
  readonly session?: OpenOptions
  /** Where seeded and downloaded models are kept. @default `vitest-hardware` in the system's temporary folder */
  readonly cacheFolder?: string
  readonly signal?: AbortSignal
}

/** A model that is loaded and can be asked. Dispose it when it is done. */
export interface Skill<Input, Output> extends AsyncDisposable {
  readonly model: ResolvedModel
  readonly session: Session
  /** What was asked, what runs, and why. */
  readonly ran: RanOn
  /** From an input, or ready-made tensors, to the answer. */
  run(input: Input | RawTensors): Promise<Output>
  /** The tensors that the model is given for an input. */
  preprocess(input: Input | RawTensors): Promise<Tensors>
  /** The answer in what the model gives. */
  postprocess(outputs: Tensors): Output
}

/** What a task's own code may use. */
export interface SkillContext {
  readonly model: ResolvedModel
  readonly session: Session
  /** Fields of the folder's `config.json`; empty for a file alone. */
  readonly config: Readonly<Record<string, unknown>>
  readonly labels: readonly string[]
  /** The folder's tokenizer. @throws {SkillError} it has none, or `@huggingface/tokenizers` is not installed */
  readonly tokenizer: () => Promise<TextTokenizer>
  /** The folder's `preprocessor_config.json`; empty where it has none. */
  readonly preprocessor: Readonly<Record<string, unknown>>
}

/** How one task turns inputs into tensors and outputs into answers. One file each, `tasks/<task>.ts`. */
export interface TaskDefinition<Input, Output> {
  /** The hub's name. */
  readonly task: string
  preprocess(input: Input, context: SkillContext): Promise<Tensors> | Tensors
  postprocess(outputs: Tensors, context: SkillContext): Output
  /** In place of one run, where an answer takes several. */
  answer?(inputs: Tensors, context: SkillContext): Promise<Output>
}

/** Opens a task's skill. */
export type OpenSkill<Input, Output> = (options?: SkillOptions) => Promise<Skill<Input, Output>>
