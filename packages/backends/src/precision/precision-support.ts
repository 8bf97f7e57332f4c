import { toNumbers } from '@vitest-hardware/onnx-graph'
import type { Backend, FallbackNode } from '../backend.ts'
import { NodeFallbackError } from '../errors.ts'
import { probeFailure } from '../onnxruntime/probe.ts'
import { precisionModel } from './models.ts'
import { type Precision, precisions, type PrecisionSupport } from './precision.ts'

/** By how a backend opens sessions, which its copies share. */
const known = new WeakMap<Backend['open'], Promise<ReadonlyMap<Precision, PrecisionSupport>>>()

/**
 * Which precisions of weights a backend really computes with, found out by running a small product in each and looking at its numbers;
 * once per process. A precision whose nodes would fall back to the processor is not supported.
 */
export function precisionSupport(backend: Backend): Promise<ReadonlyMap<Precision, PrecisionSupport>> {
  const found = known.get(backend.open) ?? probeAll(backend)
  known.set(backend.open, found)
  return found
}

async function probeAll(backend: Backend): Promise<ReadonlyMap<Precision, PrecisionSupport>> {
  const detection = await backend.detect()
  const support = new Map<Precision, PrecisionSupport>()
  for (const precision of precisions)
    support.set(precision, detection.available ? await probe(backend, precision) : { supported: false, reason: detection.reason })
  return support
}

async function probe(backend: Backend, precision: Precision): Promise<PrecisionSupport> {
  try {
    const reason = await wrongNumbers(backend, precision)
    return reason === null ? { supported: true } : { supported: false, reason }
  } catch (error) {
    return { supported: false, reason: reasonOf(error) }
  }
}

/**
 * Runs the model of a precision, where no node may fall back.
 * @returns what is wrong with its numbers; null where they are right
 */
export async function wrongNumbers(backend: Backend, precision: Precision): Promise<string | null> {
  const { source, x, expected, tolerance } = precisionModel(precision)
  await using session = await backend.open(source, { nodeFallback: 'forbid' })
  const { fallbackNodes = [] } = session
  if (fallbackNodes.length > 0) return wouldFallBack(fallbackNodes)
  const { y } = await session.run({ x })
  const got = y === undefined ? [] : [...toNumbers(y)]
  const isRight = got.length === expected.length && got.every((value, index) => Math.abs(value - expected[index]!) <= tolerance)
  return isRight ? null : `a ${precision} product gave ${got.join(', ') || 'nothing'} instead of ${expected.join(', ')}`
}

function reasonOf(error: unknown): string {
  return error instanceof NodeFallbackError ? wouldFallBack(error.nodes) : probeFailure(error)
}

function wouldFallBack(nodes: readonly FallbackNode[]): string {
  const operators = [...new Set(nodes.map(({ operator }) => operator))].sort()
  return `${operators.join(', ')} would be computed by another backend`
}
