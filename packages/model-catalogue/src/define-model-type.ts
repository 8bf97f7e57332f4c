import type { Family } from '@vitest-hardware/contracts'
import { families, UsageError } from '@vitest-hardware/contracts/base'
import type { ModelTypeFacts } from './facts.ts'
import type { ModelType } from './model-type.ts'
import { registeredTypes } from './registry.generated.ts'

/** A type of the user's own: how it is built, and what upstream's facts say of the others. */
export interface OwnModelType extends ModelType {
  readonly family: Family
  /** @default the type itself */
  readonly displayName?: string
  /** A model on the hub with real weights. @default null */
  readonly checkpoint?: string
}

/** A type that cannot be defined. */
export class ModelTypeError extends UsageError {
  override readonly name = 'ModelTypeError'
}

const own = new Map<string, OwnModelType>()

/**
 * Adds a model type to the catalogue of this process, so that `modelTest({ model })`, skills and `vitest-hardware generate` know it.
 * Files that are generated for it import the module that calls this.
 * @example
 * export default defineModelType({
 *   type: 'tiny-gate', family: 'encoder-only', tasks: ['feature-extraction'], preprocessor: { kind: 'none' }, transformersJs: null,
 *   config: { model_type: 'tiny-gate', architectures: ['TinyGateModel'], hidden_size: 8 },
 *   graphs: [{ name: 'model', build: ({ graph, weight }) => { … } }],
 * })
 * @throws {ModelTypeError} the name is taken by the catalogue, the config is of another type, or a task has no graph
 */
export function defineModelType<Type extends OwnModelType>(type: Type): Type {
  const fault = faultOf(type)
  if (fault !== null) throw new ModelTypeError(fault.what, { input: type.type, nextStep: fault.nextStep })
  own.set(type.type, type)
  return type
}

/** The user's type of that name. */
export function ownModelType(type: string): OwnModelType | undefined {
  return own.get(type)
}

/** A user's type as the catalogue states its own. */
export function factsOf({ type, family, displayName, checkpoint, tasks, heads, config }: OwnModelType): ModelTypeFacts {
  return {
    type,
    displayName: displayName ?? type,
    family,
    modality: family,
    tier: null,
    configClass: null,
    defaultTask: tasks[0],
    heads: tasks.map((task, index) => ({
      task,
      auto: 'AutoModel',
      class: (index === 0 ? config.architectures[0] : heads?.[task]?.architecture) ?? '',
    })),
    checkpoint: checkpoint ?? null,
    preprocessors: {},
    sizes: {},
  }
}

function faultOf({ type, family, config, tasks, heads }: OwnModelType): { readonly what: string; readonly nextStep: string } | null {
  if (Object.hasOwn(registeredTypes, type))
    return { what: `the catalogue has a model type ${JSON.stringify(type)} already`, nextStep: 'give yours another name' }
  if (!families.includes(family))
    return { what: `there is no family ${JSON.stringify(family)}`, nextStep: `choose one of ${families.join(', ')}` }
  if (config.model_type !== type)
    return {
      what: `the config of ${JSON.stringify(type)} is of the type ${JSON.stringify(config.model_type)}`,
      nextStep: 'set config.model_type to the type’s name',
    }
  const [, ...others] = tasks
  const missing = others.find((task) => heads?.[task] === undefined)
  if (missing !== undefined)
    return {
      what: `${JSON.stringify(type)} has no head for its task ${JSON.stringify(missing)}`,
      nextStep: 'state it in heads, or leave the task out',
    }
  return null
}
