import { type VisionLanguageSpec, visionLanguageGraph } from '../../architectures/vision-language.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType, Task } from '../../model-type.ts'

export interface HearingTypeOptions {
  /** Upstream's class with a language head, which serves all tasks. */
  readonly architecture: string
  /** The default first. */
  readonly tasks: readonly [Task, ...Task[]]
  /** Fields of config.json besides type and class. */
  readonly config: Readonly<Record<string, unknown>>
  /** What the graph is; the common one of a text with sounds in it, unless `build` says otherwise. */
  readonly spec?: VisionLanguageSpec
  readonly build?: (context: GraphContext) => void
  readonly note: string
}

/** A language model that hears or speaks: one class, whose answer is always the logits. */
export function hearingType(type: string, { architecture, tasks, config, spec, build, note }: HearingTypeOptions): ModelType {
  const whole = (context: GraphContext): void => {
    if (build) build(context)
    else if (spec) visionLanguageGraph(context, spec, 'logits')
  }
  const graphs = [{ name: 'model', build: whole }] as const
  return {
    type,
    tasks,
    config: { model_type: type, architectures: [architecture], ...config },
    preprocessor: { kind: 'none' },
    graphs,
    heads: Object.fromEntries(tasks.slice(1).map((task) => [task, { architecture, graphs }])),
    transformersJs: null,
    note: `${note}; Transformers.js loads such types as separate graphs where it has them, this is the whole forward pass in one; no tokenizer here has a token for sounds`,
  }
}
