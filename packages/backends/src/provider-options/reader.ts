import { UsageError } from '@vitest-hardware/contracts'
import { closest } from 'fastest-levenshtein'
import type { InferenceSession } from 'onnxruntime-common'
import { z } from 'zod'
import type { ProviderOptions } from './provider-options.ts'

/** What a backend's options are for ONNX Runtime: some belong to the provider, some to the session. */
export interface RuntimeOptions {
  readonly provider?: Readonly<Record<string, unknown>>
  readonly session?: InferenceSession.SessionOptions
}

/** Checks one backend's options and says them in the runtime's words. */
export type ReadOptions = (given: unknown, backend: string) => RuntimeOptions

/**
 * @param schema strict; its keys are the options that exist
 * @returns a function that throws {@link UsageError} for an option that does not exist, naming the nearest, and for a wrong value
 */
export function optionsReader<Schema extends z.ZodObject>(
  schema: Schema,
  toRuntime: (options: z.infer<Schema>) => RuntimeOptions,
): ReadOptions {
  const known = Object.keys(schema.shape)
  return (given, backend) => {
    const unknown = typeof given === 'object' && given !== null ? Object.keys(given).find((key) => !known.includes(key)) : undefined
    if (unknown !== undefined) throw unknownName(`the backend ${backend} has no option '${unknown}'`, unknown, known)
    const parsed = schema.safeParse(withoutUndefined(given))
    if (parsed.success) return toRuntime(parsed.data)
    throw new UsageError(`wrong options of the backend ${backend}:\n${z.prettifyError(parsed.error)}`, {
      input: JSON.stringify(given),
      nextStep: `correct \`provider.${backend}\`; its options are ${known.join(', ')}`,
    })
  }
}

/** For a provider whose options the runtime does not read. */
export const noOptions: ReadOptions = (given, backend) => {
  const first = Object.keys(given ?? {})[0]
  if (first === undefined) return {}
  throw new UsageError(`the backend ${backend} takes no options`, {
    input: first,
    nextStep: `leave \`provider.${backend}\` out: its runtime reads no options for this provider and would ignore them`,
  })
}

/**
 * Picks a backend's own options. Options for other backends are left alone, so that one object serves a test that runs on many.
 * @param names of the backends that have options
 */
export function readProviderOptions(
  options: ProviderOptions | undefined,
  backend: string,
  read: ReadOptions,
  names: readonly string[],
): RuntimeOptions {
  if (options === undefined) return {}
  const stranger = Object.keys(options).find((name) => !names.includes(name) && !name.includes('/'))
  if (stranger !== undefined) throw unknownName(`there is no backend '${stranger}' to give options to`, stranger, names)
  const own = (options as Readonly<Record<string, unknown>>)[backend]
  return own === undefined ? {} : read(own, backend)
}

function unknownName(what: string, given: string, known: readonly string[]): UsageError {
  return new UsageError(what, { input: given, nextStep: `did you mean '${closest(given, known)}'? There are ${known.join(', ')}` })
}

/** The runtimes take a key that is there for one that has a value. */
function withoutUndefined(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
