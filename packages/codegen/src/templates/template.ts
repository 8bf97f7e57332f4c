import type { Head, ModuleFacts } from '../module-facts.ts'

interface AnyTemplate {
  /** Further statements for a head's tests, as source text. They may use `test`, and whatever `vitest-hardware/suites` exports. @default none */
  checks?(module: ModuleFacts, head: Head): readonly string[]
}

/** What one backend needs of every test. One file each, `templates/hardware/<backend>.ts`. */
export interface HardwareTemplate extends AnyTemplate {
  readonly kind: 'hardware'
  readonly name: string
  /** How far this backend's numbers may lie from the reference; null for the default by element type. */
  tolerance(module: ModuleFacts, head: Head): number | null
}

/** What a task's tests and benchmarks say. One file each, `templates/tasks/<task>.ts`. */
export interface TaskTemplate extends AnyTemplate {
  readonly kind: 'task'
  readonly name: string
  /** What one item of a batch is, in the plural: the unit of throughput. */
  readonly items: string
  /** Properties of the skill besides its model and task, as source text by name. */
  skill(module: ModuleFacts, head: Head): { readonly [property: string]: string | undefined }
}

/** What all types of a family have in common. One file each, `templates/families/<family>.ts`. */
export interface FamilyTemplate extends AnyTemplate {
  readonly kind: 'family'
  readonly name: string
  /** The traits that are worth a test where experiments showed them, in order. */
  readonly traits: readonly string[]
  /** Batch sizes of the benchmarks. */
  readonly batches: readonly number[]
}

export type Template = HardwareTemplate | TaskTemplate | FamilyTemplate

/** Every template by its name. */
export interface Templates {
  readonly hardware: ReadonlyMap<string, HardwareTemplate>
  readonly tasks: ReadonlyMap<string, TaskTemplate>
  readonly families: ReadonlyMap<string, FamilyTemplate>
}
