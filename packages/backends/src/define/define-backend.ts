import { CustomBackendNameSchema, UsageError } from '@vitest-hardware/contracts'
import { dataTypes } from '@vitest-hardware/onnx-graph'
import { z } from 'zod'
import type { Backend, Detection, ModelSource, OpenOptions, Session } from '../backend.ts'
import { BackendUnavailableError } from '../errors.ts'
import { describeProfile, hostPowerMode } from '../host.ts'
import { once } from '../once.ts'
import { firstLine } from '../peer.ts'
import { precisions } from '../precision/precision.ts'
import { CustomSession } from './custom-session.ts'
import type { BackendDefinition, CustomDetection } from './definition.ts'
import { loadFailure, readCustomModel } from './read-custom-model.ts'

const method = z.custom<(...given: never) => unknown>((value) => typeof value === 'function', 'must be a function')
/** The values of a list or set; anything else is left for the schema to refuse. */
const listed = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && Symbol.iterator in given ? [...(given as Iterable<unknown>)] : given
const listOf = <Value extends string>(values: readonly Value[]) => z.preprocess(listed, z.array(z.enum(values)))

const DefinitionSchema = z.strictObject({
  name: CustomBackendNameSchema,
  requirements: z
    .array(z.object({ name: z.string().min(1), kind: z.enum(['npm', 'system', 'driver', 'device', 'os']), install: z.string().min(1) }))
    .default([]),
  capabilities: z.strictObject({
    dtypes: listOf(dataTypes),
    precisions: z.preprocess(listed, z.array(z.enum(precisions)).optional()),
    externalData: z.boolean().default(false),
    blocking: z.boolean().default(false),
    losesNaN: z.boolean().default(false),
  }),
  operators: z.preprocess(listed, z.array(z.string()).optional()),
  environment: method.optional(),
  detect: method,
  load: method,
})

/**
 * Makes a backend of a third party's own, that tests, fixtures and the conformance kit take like the built-in ones. What all backends have
 * in common is done here: the model is read and checked, feeds are checked, sessions are counted, load is timed, errors say what to do.
 *
 * @example
 * export const npu = defineBackend({
 *   name: 'acme/npu',
 *   capabilities: { dtypes: ['float32'], precisions: ['fp32'] },
 *   operators: ['Add', 'MatMul'],
 *   detect: () => ({ available: true, device: 'Acme NPU 3', deviceKind: 'npu', runtime: 'acme-runtime', runtimeVersion: '2.1.0' }),
 *   load: async ({ bytes }) => {
 *     const program = await acme.compile(bytes)
 *     return { run: (feeds) => program.execute(feeds), dispose: () => program.free() }
 *   },
 * })
 * @throws {UsageError} a definition of the wrong shape; names the field
 */
export function defineBackend(definition: BackendDefinition): Backend {
  const parsed = DefinitionSchema.safeParse(definition)
  if (!parsed.success)
    throw new UsageError(`defineBackend was given a wrong definition:\n${z.prettifyError(parsed.error)}`, {
      input: definition.name,
      nextStep: "correct the fields above; a name is 'vendor/name' in lower case",
    })
  const { name, requirements, capabilities, operators } = parsed.data
  const known = operators === undefined ? undefined : new Set(operators)
  const detect = once(() => detection(definition))
  return {
    name,
    requirements,
    capabilities: {
      dtypes: new Set(capabilities.dtypes),
      nonTensorValues: false,
      externalData: capabilities.externalData,
      blocking: capabilities.blocking,
      losesNaN: capabilities.losesNaN,
      ...(capabilities.precisions === undefined ? {} : { precisions: new Set(capabilities.precisions) }),
    },
    ...(definition.environment === undefined ? {} : { environment: (folder: string) => definition.environment!(folder) }),
    detect,
    async open(source, options = {}) {
      const found = await detect()
      if (!found.available) throw new BackendUnavailableError(name, found)
      return openCustom(definition, source, options, known)
    },
  }
}

const DetectionSchema = z.discriminatedUnion('available', [
  z.object({
    available: z.literal(true),
    device: z.string().min(1),
    deviceKind: z.enum(['cpu', 'gpu', 'npu']),
    runtime: z.string().min(1),
    runtimeVersion: z.string().min(1),
  }),
  z.object({ available: z.literal(false), reason: z.string().regex(/^\S.*$/), nextStep: z.string().regex(/^\S.*$/) }),
])

async function detection(definition: BackendDefinition): Promise<Detection> {
  const { name } = definition
  let found: CustomDetection
  try {
    found = await definition.detect()
  } catch (error) {
    return { available: false, reason: `the detection of ${name} failed: ${firstLine(error)}`, nextStep: `mend the \`detect\` of ${name}` }
  }
  const parsed = DetectionSchema.safeParse(found)
  if (!parsed.success)
    throw new UsageError(`the backend ${name} detects in a wrong shape:\n${z.prettifyError(parsed.error)}`, {
      input: name,
      nextStep: 'a backend that is not available gives a reason and a next step, one line each',
    })
  if (!found.available) return { available: false, reason: found.reason, nextStep: found.nextStep }
  const { available, isSoftwareDevice = false, driver = null, runtimeBuild = null, ...device } = found
  return {
    available,
    profile: describeProfile(name, { isSoftwareDevice, driver, runtimeBuild, ...device, powerMode: await hostPowerMode() }),
  }
}

async function openCustom(
  definition: BackendDefinition,
  source: ModelSource,
  { graphOptimizationLevel = 'all', nodeFallback = 'allow', intraOpNumThreads = 0, provider }: OpenOptions,
  operators: ReadonlySet<string> | undefined,
): Promise<Session> {
  const { name } = definition
  const memoryBefore = process.memoryUsage.rss()
  const start = performance.now()
  const model = await readCustomModel(name, source, operators)
  try {
    const loaded = await definition.load(model.toLoad, { graphOptimizationLevel, nodeFallback, intraOpNumThreads, own: provider?.[name] })
    const milliseconds = performance.now() - start
    const residentBytes = Math.max(0, process.memoryUsage.rss() - memoryBefore)
    return new CustomSession(name, model, loaded, { milliseconds, residentBytes })
  } catch (cause) {
    throw loadFailure(name, model.label, cause)
  }
}
