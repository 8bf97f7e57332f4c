import { type BackendName, HardwareContextSchema, hardwareContextKey } from '@vitest-hardware/contracts'
import type { TestProject } from 'vitest/node'
import { z } from 'zod'

/** What the reporter must know of a Vitest project. */
export interface ProjectFacts {
  readonly name: string
  /** Null in a project that is not a hardware project. */
  readonly backend: BackendName | null
  /** Absolute; test files are named relative to it. */
  readonly root: string
  /** Absolute path where the project's workers look for baselines; null in a project that is not a hardware project. */
  readonly baselineFile: string | null
}

const ProvidedSchema = z.object({ [hardwareContextKey]: HardwareContextSchema })

/** A hardware project is one whose workers were given a hardware context, whatever its name. */
export function projectFacts(project: Pick<TestProject, 'name' | 'config' | 'getProvidedContext'>): ProjectFacts {
  const provided = ProvidedSchema.safeParse(project.getProvidedContext())
  if (!provided.success) return { name: project.name, backend: null, root: project.config.root, baselineFile: null }
  const { backend, root, baselineFile } = provided.data[hardwareContextKey]
  return { name: project.name, backend, root, baselineFile }
}
