import { relative } from 'node:path'
import { type HardwareContext, hardwareContextKey, HardwareContextSchema } from '@vitest-hardware/contracts'
import type { TestModule, TestProject } from 'vitest/node'

/** What the reporter knows of a Vitest project. */
export interface RecordedProject {
  readonly name: string
  /** Null for a project that is not one of the hardware projects. */
  readonly context: HardwareContext | null
  /** Folder that test files are named relative to. */
  readonly root: string
}

export interface RecordedProjects {
  /** Undefined for a project that is not recorded. */
  of(project: TestProject): RecordedProject | undefined
  /** A module's file as its tests' identity names it. */
  fileOf(module: TestModule, project: RecordedProject): string
}

/** Says which projects are recorded; remembers the answer, because it is asked once per test. */
export function recordedProjects(which: 'hardware' | 'all'): RecordedProjects {
  const known = new WeakMap<TestProject, { found: RecordedProject | undefined }>()
  const files = new WeakMap<TestModule, string>()
  return {
    of(project) {
      let entry = known.get(project)
      if (entry === undefined) known.set(project, (entry = { found: inspect(project, which) }))
      return entry.found
    },
    fileOf(module, { root }) {
      let file = files.get(module)
      if (file === undefined) files.set(module, (file = relative(root, module.moduleId).replaceAll('\\', '/')))
      return file
    },
  }
}

function inspect(project: TestProject, which: 'hardware' | 'all'): RecordedProject | undefined {
  const provided: Readonly<Record<string, unknown>> = { ...project.getProvidedContext() }
  const context = HardwareContextSchema.safeParse(provided[hardwareContextKey]).data ?? null
  if (context === null && which === 'hardware') return undefined
  return { name: project.name, context, root: context?.root ?? project.vitest.config.root }
}
