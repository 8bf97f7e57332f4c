import { modelInputs, modelOutputs, type Tensors } from '@vitest-hardware/onnx-graph'
import type { ModelProto } from 'onnx-buf'
import type { Backend, FallbackNode, LoadCost, ModelSource, OpenOptions, Session } from '../backend.ts'
import { ModelLoadError, RunError } from '../errors.ts'
import { explainLoad } from '../onnxruntime/explain-load.ts'
import { findInputFault } from '../onnxruntime/explain-run.ts'
import { sessionClosed, sessionOpened } from '../onnxruntime/open-sessions.ts'
import { nodeFallbackError } from '../placement/node-placement.ts'
import { evaluateModel } from './evaluate.ts'
import { type FallbackRunner, fallbackRunner } from './fallback.ts'
import type { AnyValue } from './operator.ts'
import { OperatorError, UnsupportedOperatorError } from './operator-error.ts'
import { type PreparedGraph, prepareModel, unsupportedNodes } from './prepare.ts'
import { readSource, refusal } from './read-source.ts'
import { fromTensor, toTensor } from './values.ts'

/**
 * @param fallback computes the nodes that have no operator here
 * @throws {ModelLoadError | NodeFallbackError}
 */
export async function openReferenceSession(
  source: ModelSource,
  fallback: Backend,
  { nodeFallback = 'allow' }: Pick<OpenOptions, 'nodeFallback'> = {},
): Promise<Session> {
  const label = 'path' in source ? source.path : `a model of ${source.bytes.length} bytes`
  const memoryBefore = process.memoryUsage.rss()
  const start = performance.now()
  const model = await readSource(source, label)
  refuseNonTensors(model, label)
  const graph = prepare(model, label)
  const fallbackNodes = unsupportedNodes(graph).map(({ facts, reason }) => ({
    node: facts.name,
    operator: facts.domain === '' ? facts.operator : `${facts.domain}.${facts.operator}`,
    reason: `${reason}; ${fallback.name} computes it, without graph optimizations`,
  }))
  if (fallbackNodes.length > 0 && nodeFallback === 'forbid') {
    throw nodeFallbackError({ name: 'reference' }, fallbackNodes, { model: label, nodeCount: graph.nodes.length })
  }
  if (fallbackNodes.length > 0) await refuseUnknownOperators(source, label, fallback)
  const load = { milliseconds: performance.now() - start, residentBytes: Math.max(0, process.memoryUsage.rss() - memoryBefore) }
  return new ReferenceSession(model, graph, { label, load, fallbackNodes, runner: fallbackRunner(model, fallback) })
}

interface Facts {
  readonly label: string
  readonly load: LoadCost
  readonly fallbackNodes: readonly FallbackNode[]
  readonly runner: FallbackRunner
}

class ReferenceSession implements Session {
  readonly backend = 'reference'
  readonly inputs: Session['inputs']
  readonly outputs: Session['outputs']
  readonly load: LoadCost
  readonly fallbackNodes: readonly FallbackNode[]
  readonly #graph: PreparedGraph
  readonly #label: string
  readonly #runner: FallbackRunner
  #state: 'open' | 'disposed' = 'open'

  constructor(model: ModelProto, graph: PreparedGraph, { label, load, fallbackNodes, runner }: Facts) {
    this.inputs = modelInputs(model)
    this.outputs = modelOutputs(model)
    this.load = load
    this.fallbackNodes = fallbackNodes
    this.#graph = graph
    this.#label = label
    this.#runner = runner
    sessionOpened()
  }

  async run(feeds: Tensors): Promise<Tensors> {
    if (this.#state === 'disposed') throw this.#error('the session is disposed', 'run it before it is disposed, or open it again')
    const fault = findInputFault(this.inputs, feeds)
    if (fault !== null) {
      throw new RunError(`${fault.what} (${this.#label})`, { backend: 'reference', reason: fault.what, ...fault })
    }
    try {
      const given = new Map(this.inputs.map(({ name }) => [name, fromTensor(feeds[name]!)]))
      const results = await evaluateModel(this.#graph, given, this.#runner.run)
      return Object.fromEntries(this.outputs.map(({ name }, index) => [name, tensorOf(name, results[index]!)]))
    } catch (cause) {
      // another backend, which computes a node, may refuse it only now that its inputs' types are known
      if (cause instanceof UnsupportedOperatorError || cause instanceof ModelLoadError) {
        throw this.#error(cause.message, 'run the model on another backend', cause, true)
      }
      if (!(cause instanceof OperatorError || cause instanceof RunError)) throw cause
      throw this.#error(cause.message, 'check the node named above and the values that choose its shapes or indexes', cause)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#state === 'disposed') return
    this.#state = 'disposed'
    sessionClosed()
    await this.#runner[Symbol.asyncDispose]()
  }

  #error(reason: string, nextStep: string, cause?: unknown, isUnsupported = false): RunError {
    return new RunError(reason, { backend: 'reference', reason, input: this.#label, nextStep, isUnsupported, cause })
  }
}

function tensorOf(name: string, value: AnyValue): ReturnType<typeof toTensor> {
  if (value.kind === 'tensor') return toTensor(value)
  throw new OperatorError(`is a ${value.kind}, not a tensor`, { node: name, operator: 'output' })
}

function prepare(model: ModelProto, label: string): PreparedGraph {
  try {
    return prepareModel(model)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw refusal(label, 'other', reason, 'export the model again', cause)
  }
}

function refuseNonTensors(model: ModelProto, label: string): void {
  const all = [
    ...modelInputs(model).map((info) => ({ side: 'input', info })),
    ...modelOutputs(model).map((info) => ({ side: 'output', info })),
  ]
  const refused = all.find(({ info }) => info.value.kind !== 'tensor')
  if (refused === undefined) return
  const reason = `the ${refused.side} '${refused.info.name}' is ${refused.info.value.onnxType}; a session hands over tensors only`
  throw refusal(label, 'unsupported-value-type', reason, 'export the model so that its inputs and outputs are tensors')
}

/** An operator that nobody knows is found when the model is opened, not when it runs. Other reasons are left to the single node. */
async function refuseUnknownOperators(source: ModelSource, label: string, fallback: Backend): Promise<void> {
  try {
    await using session = await fallback.open(source, { graphOptimizationLevel: 'disabled' })
    void session
  } catch (cause) {
    if (!(cause instanceof ModelLoadError) || cause.failure !== 'unknown-operator') return
    const { what, failure, nextStep } = explainLoad(cause.reason)
    throw refusal(label, failure, `${what}\n  ${fallback.name}: ${cause.reason}`, nextStep, cause)
  }
}
