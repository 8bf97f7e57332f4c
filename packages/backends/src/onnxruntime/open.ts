import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { InferenceSession } from 'onnxruntime-common'
import type { ModelSource, OpenOptions, Session } from '../backend.ts'
import { ModelLoadError } from '../errors.ts'
import type { RuntimeOptions } from '../provider-options/reader.ts'
import { explainLoad } from './explain-load.ts'
import { readModel } from './read-model.ts'
import type { Runtime } from './runtime.ts'
import { wrapSession } from './session.ts'
import { labelOf, type Signature, signatureOf } from './value-info.ts'

/**
 * Loads a model with the runtime's one execution provider.
 * @param own the provider's own options, in the runtime's words
 * The time and memory of the load are those of the runtime alone (the file's reading included), not of our own checks.
 * @throws {ModelLoadError}
 */
export async function openSession(runtime: Runtime, source: ModelSource, options: OpenOptions = {}, own: RuntimeOptions = {}): Promise<Session> {
  const model: ModelSource = 'path' in source ? { path: resolve(source.path) } : source
  const label = labelOf(model)
  await checkFile(runtime, model)
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
    refuseNonTensors(runtime, label, signature)
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

async function checkFile(runtime: Runtime, model: ModelSource): Promise<void> {
  if ('bytes' in model) return
  const found = await stat(model.path).catch(() => null)
  if (found?.isFile()) return
  const what = found === null ? 'there is no such model file' : 'the model is a folder, not a file'
  const nextStep =
    found === null ? 'check the path; relative paths start at the working directory' : 'give the path of the .onnx file in it'
  throw new ModelLoadError(what, { backend: runtime.backend, failure: 'missing-file', reason: what, input: model.path, nextStep })
}

function refuseNonTensors(runtime: Runtime, label: string, signature: Signature): void {
  const all = [...signature.inputs.map((info) => ({ side: 'input', info })), ...signature.outputs.map((info) => ({ side: 'output', info }))]
  const refused = all.find(({ info }) => info.value.kind !== 'tensor')
  if (refused === undefined) return
  const reason = `the ${refused.side} '${refused.info.name}' is ${refused.info.value.onnxType}; ${runtime.name} hands over tensors only`
  throw new ModelLoadError(reason, {
    backend: runtime.backend,
    failure: 'unsupported-value-type',
    reason,
    input: label,
    nextStep: 'export the model so that its inputs and outputs are tensors',
  })
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
