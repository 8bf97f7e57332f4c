import { UsageError } from '@vitest-hardware/contracts/base'
import type { Head, ModuleFacts } from '../module-facts.ts'
import type { FamilyTemplate, TaskTemplate, Template, Templates } from '../templates/template.ts'

/** A template that threw, or is missing. */
export class TemplateError extends UsageError {
  override readonly name = 'TemplateError'
}

/** The hardware × task × family templates that meet in one type's files. */
export interface Composition {
  readonly module: ModuleFacts
  readonly family: FamilyTemplate
  taskOf(head: Head): TaskTemplate
  /** Tolerances of a head by backend, where they are not the default. */
  tolerancesOf(head: Head): Readonly<Record<string, number>>
  /** Statements that templates add to a head's tests. */
  checksOf(head: Head): readonly string[]
}

/**
 * Chooses the templates for a type.
 * @param backends names of the hardware templates to apply
 * @throws {TemplateError} one is missing
 */
export function compose(module: ModuleFacts, templates: Templates, backends: readonly string[]): Composition {
  const { type } = module.names
  const family = found(templates.families, 'family', module.facts.family, type)
  const hardware = backends.map((name) => found(templates.hardware, 'hardware', name, type))
  const taskOf = (head: Head): TaskTemplate => found(templates.tasks, 'task', head.task, type)
  return {
    module,
    family,
    taskOf,
    tolerancesOf: (head) =>
      Object.fromEntries(
        hardware.flatMap((template) => {
          const tolerance = guarded(template, type, () => template.tolerance(module, head))
          return tolerance === null ? [] : [[template.name, tolerance]]
        }),
      ),
    checksOf: (head) =>
      [...hardware, family, taskOf(head)].flatMap((template) => guarded(template, type, () => template.checks?.(module, head) ?? [])),
  }
}

/** Runs a template's own code: what it throws names the template and the type. */
export function guarded<Value>(template: Template, type: string, run: () => Value): Value {
  try {
    return run()
  } catch (cause) {
    throw new TemplateError(
      `the ${template.kind} template ${JSON.stringify(template.name)} failed for the model type ${type}: ${String(cause)}`,
      {
        input: `${template.kind}/${template.name}`,
        nextStep: 'mend the template; nothing was written',
        cause,
      },
    )
  }
}

function found<Kind extends Template>(templates: ReadonlyMap<string, Kind>, kind: string, name: string, type: string): Kind {
  const template = templates.get(name)
  if (template !== undefined) return template
  throw new TemplateError(`there is no ${kind} template ${JSON.stringify(name)}, which the model type ${type} needs`, {
    input: name,
    nextStep: `choose one of ${[...templates.keys()].join(', ')}, or give one with --template <folder>`,
  })
}
