import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { add, multiply, scaled, swapLast } from './arithmetic.ts'
import { convolution } from './convolution.ts'

export interface QuantiserOptions {
  readonly codebooks: number
  /** Entries of a codebook. */
  readonly entries: number
  readonly size: number
  /** Module name of a codebook. */
  readonly name: (index: number) => string
}

/** What a quantiser chose. */
export interface Quantised {
  /** int64 `[batch, codebooks, frames]` */
  readonly codes: Value
  /** `[batch, size, frames]`, the sum of the entries. */
  readonly values: Value
}

/** Residual vector quantisation: each codebook takes the entry that is nearest to what the ones before have left (Zeghidour et al. 2021, arXiv:2107.03312, §3.3): of `[batch, size, frames]`. */
export function residualQuantiser(context: GraphContext, x: Value, { codebooks, entries, size, name }: QuantiserOptions): Quantised {
  const { graph } = context
  const frames = swapLast(context, x)
  let rest = frames
  const chosen = Array.from({ length: codebooks }, (_, index) =>
    graph.scope(name(index), () => {
      const table = context.weight('embed', [entries, size], { std: 1 / (index + 1) })
      const lengths = graph.node('ReduceSum', [multiply(context, table, table), graph.constant('int64', [1])], { keepdims: 0 })
      const products = graph.node('MatMul', [rest, graph.node('Transpose', [table], { perm: [1, 0] })])
      // the vector's own length is the same for all entries
      const code = graph.node('ArgMin', [graph.node('Sub', [lengths, scaled(context, products, 2)])], { axis: -1, keepdims: 0 })
      const entry = graph.node('Gather', [table, code], { axis: 0 })
      if (index < codebooks - 1) rest = graph.node('Sub', [rest, entry])
      return { code, entry }
    }),
  )
  return stacked(
    context,
    chosen.map(({ code }) => code),
    swapLast(context, add(context, chosen[0]!.entry, ...chosen.slice(1).map(({ entry }) => entry))),
  )
}

export function stacked(context: GraphContext, codes: readonly Value[], values: Value): Quantised {
  const { graph } = context
  const rows = codes.map((code) => graph.node('Unsqueeze', [code, graph.constant('int64', [1])]))
  return { codes: rows.length === 1 ? rows[0]! : graph.node('Concat', rows, { axis: 1 }), values }
}

export interface FactorisedOptions {
  readonly codebooks: number
  readonly entries: number
  readonly size: number
  /** Width in which entries are compared. */
  readonly codeSize: number
}

/** DAC's quantiser: each step compares directions in a narrow space (Kumar et al. 2023, arXiv:2306.06546, §3.2): of `[batch, size, frames]`; also the narrow vectors of all steps. */
export function factorisedQuantiser(
  context: GraphContext,
  x: Value,
  { codebooks, entries, size, codeSize }: FactorisedOptions,
): Quantised & { readonly latents: Value } {
  const { graph } = context
  let rest = x
  const chosen = Array.from({ length: codebooks }, (_, index) =>
    graph.scope(`quantizers.${index}`, () => {
      const narrow = convolution(context, rest, { name: 'in_proj', inputChannels: size, outputChannels: codeSize, kernel: [1] })
      const table = graph.scope('codebook', () => context.weight('weight', [entries, codeSize], { std: 1 }))
      const unit = (value: Value): Value => graph.node('LpNormalization', [value], { axis: -1, p: 2 })
      const likeness = graph.node('MatMul', [unit(swapLast(context, narrow)), graph.node('Transpose', [unit(table)], { perm: [1, 0] })])
      const code = graph.node('ArgMax', [likeness], { axis: -1, keepdims: 0 })
      const entry = swapLast(context, graph.node('Gather', [table, code], { axis: 0 }))
      const wide = convolution(context, entry, { name: 'out_proj', inputChannels: codeSize, outputChannels: size, kernel: [1] })
      if (index < codebooks - 1) rest = graph.node('Sub', [rest, wide])
      return { code, narrow, wide }
    }),
  )
  const values = add(context, chosen[0]!.wide, ...chosen.slice(1).map(({ wide }) => wide))
  const latents = graph.node(
    'Concat',
    chosen.map(({ narrow }) => narrow),
    { axis: 1 },
  )
  return {
    ...stacked(
      context,
      chosen.map(({ code }) => code),
      values,
    ),
    latents,
  }
}
