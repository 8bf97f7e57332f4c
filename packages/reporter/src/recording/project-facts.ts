import type { BackendName } from '@vitest-hardware/contracts'
import { hardwareContextKey } from '@vitest-hardware/contracts/base'
import type { TestProject } from 'vitest/node'

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

/** A hardware project is one whose workers were given a hardware context, whatever its name. */
export async function projectFacts(project: Pick<TestProject, 'name' | 'config' | 'getProvidedContext'>): Promise<ProjectFacts> {
  const provided = (project.getProvidedContext() as Readonly<Record<string, unknown>>)[hardwareContextKey]
  if (provided === undefined) return plainFacts(project)
  // only now: other projects do without the schemas
  const { HardwareContextSchema } = await import('@vitest-hardware/contracts')
  const parsed = HardwareContextSchema.safeParse(provided)
  if (!parsed.success) return plainFacts(project)
  const { backend, root, baselineFile } = parsed.data
  return { name: project.name, backend, root, baselineFile }
}

/** What there is to know of a project that is not a hardware project. */
export function plainFacts({ name, config }: Pick<TestProject, 'name' | 'config'>): ProjectFacts {
  return { name, backend: null, root: config.root, baselineFile: null }
}
