import type { HardwareProfile, Report } from '@vitest-hardware/contracts'

/** A backend by the name that people know it by: in a browser's page it is another one than in Node. */
export function labelOfProfile(profile: HardwareProfile | undefined): string {
  if (profile === undefined) return 'unknown'
  const [host = ''] = profile.host.split(' ')
  return host === '' || host === 'node' ? profile.backend : `${host}-${profile.backend}`
}

/** The backend of a result. A test that ended before its backend was opened still says which by its project. */
export function labelOfResult(report: Report, { profile, project, backend }: Report['results'][number]): string {
  const described = report.profiles[profile]
  if (described !== undefined) return labelOfProfile(described)
  const named = /^hardware-([a-z-]+)/.exec(project)?.[1]
  return named ?? backend ?? project
}
