import { Chalk, type ChalkInstance, supportsColor } from 'chalk'

/** Colours as the user wants them: `NO_COLOR` (any value) none, `FORCE_COLOR` always, else what the terminal can. */
export function colours(environment: Readonly<Record<string, string | undefined>>): ChalkInstance {
  const { NO_COLOR: none, FORCE_COLOR: force } = environment
  if (none !== undefined && none !== '') return new Chalk({ level: 0 })
  if (force === '0' || force === 'false') return new Chalk({ level: 0 })
  const detected = supportsColor === false ? 0 : supportsColor.level
  return new Chalk({ level: force !== undefined && detected === 0 ? 1 : detected })
}
