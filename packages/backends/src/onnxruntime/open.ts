import { resolve } from 'node:path'
import type { InferenceSession } from 'onnxruntime-common'
import type { ModelSource, OpenOptions, Session } from '../backend.ts'
import { ModelLoadError } from '../errors.ts'
import type { RuntimeOptions } from '../provider-options/reader.ts'
import { checkFile } from './check-file.ts'
import { explainLoad } from './explain-load.ts'
import { readModel } from './read-model.ts'
import { refuseNonTensors } from './refuse-non-tensors.ts'
import type { Runtime } from './runtime.ts'
import { wrapSession } from './session.ts'
import { labelOf, signatureOf } from './value-info.ts'

/**
 * Loads a model with the runtime's one execution provider.
 * @param own the provider's own options, in the runtime's words
 * The time and memory of the load are those of the runtime alone (the file's reading included), not of our own checks.
 * @throws {ModelLoadError}
 */
export async function openSession(
  runtime: Runtime,
  source: ModelSource,
  options: OpenOptions = {},
  own: RuntimeOptions = {},
): Promise<Session> {
  const model: ModelSource = 'path' in source ? { path: resolve(source.path) } : source
  const label = labelOf(model)
  await checkFile(runtime.backend, model)
  const memoryBefore = process.memoryUsage.rss()
  const start = performance.now()
  let session: InferenceSession
  try {
    const { bytesOrPath, externalData } = await readModel(runtime, model)
    session = await runtime.create(bytesOrPath, {
      ...sessionOptions(runtime, options, own),
      ...(externalData.length > 0 ? { externalData } : {}),
    })
  } catch (cause) {
    throw loadError(runtime, label, cause)
  }
  const load = { milliseconds: performance.now() - start, residentBytes: Math.max(0, process.memoryUsage.rss() - memoryBefore) }
  try {
    const signature = await signatureOf(session, model)
    refuseNonTensors(runtime.backend, runtime.name, label, signature)
    return wrapSession(runtime, session, { ...signature, load, label })
  } catch (error) {
    await session.release()
    throw error
  }
}

function sessionOptions(runtime: Runtime, options: OpenOptions, own: RuntimeOptions): InferenceSession.SessionOptions {
  const { graphOptimizationLevel = 'all', intraOpNumThreads, nodeFallback = 'allow' } = options
  return {
    ...own.session,
    ...(runtime.sharesNodes === true && nodeFallback === 'forbid' ? { extra: { session: { disable_cpu_ep_fallback: '1' } } } : {}),
    executionProviders: [own.provider === undefined ? runtime.provider : { ...own.provider, name: runtime.provider }],
    graphOptimizationLevel,
    // Fatal only: errors arrive as exceptions, and warnings about models would drown a test run.
    logSeverityLevel: 4,
    ...(intraOpNumThreads === undefined ? {} : { intraOpNumThreads }),
  }
}

function loadError(runtime: Runtime, label: string, cause: unknown): ModelLoadError {
  if (cause instanceof ModelLoadError) return cause
  const reason = cause instanceof Error ? cause.message.trim() : String(cause)
  const { what, failure, nextStep } = explainLoad(reason)
  return new ModelLoadError(`${what}\n  ${runtime.name} on ${runtime.backend}: ${reason}`, {
    backend: runtime.backend,
    failure,
    reason,
    input: label,
    nextStep,
    cause,
  })
}
