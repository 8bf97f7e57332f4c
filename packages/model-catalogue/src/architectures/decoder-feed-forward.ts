import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../blocks/activation.ts'
import { routeExperts } from '../blocks/expert-router.ts'
import { linear } from '../blocks/linear.ts'
import { mixExperts } from '../blocks/mixture-of-experts.ts'
import { normOf } from '../blocks/norm-kind.ts'
import type { GraphContext } from '../graph-context.ts'
import type { DenseSpec, ExpertsSpec, FeedForwardSpec } from './decoder-spec.ts'

/** A decoder layer's feed-forward network, dense or sparse: `[batch, length, size] → [batch, length, size]`. */
export function decoderFeedForward(context: GraphContext, x: Value, size: number, spec: FeedForwardSpec, layer: number): Value {
  if (typeof spec === 'function') return spec(context, x, layer)
  const inner = (): Value => (spec.kind === 'dense' ? dense(context, x, size, spec) : sparse(context, x, size, spec))
  return spec.name === '' ? inner() : context.graph.scope(spec.name ?? 'mlp', inner)
}

/** `down(activation(gate(x)) · up(x))`, or without a gate `down(activation(up(x)))`, in the current scope. */
export function dense(
  context: GraphContext,
  x: Value,
  size: number,
  { innerSize, activation, gate = 'separate', bias = false, names = {}, innerNorm }: DenseSpec,
): Value {
  const { graph } = context
  const project = (name: string, outputSize: number): Value => linear(context, x, { name, inputSize: size, outputSize, bias })
  const inner = (): Value => {
    if (gate === 'none') return activate(context, project(names.up ?? 'up_proj', innerSize), activation)
    if (gate === 'separate') {
      const gated = activate(context, project(names.gate ?? 'gate_proj', innerSize), activation)
      return graph.node('Mul', [gated, project(names.up ?? 'up_proj', innerSize)])
    }
    const [first, second] = graph.nodes(
      'Split',
      [project(names.gate ?? 'gate_up_proj', 2 * innerSize)],
      { axis: -1, num_outputs: 2 },
      { outputs: 2 },
    ) as [Value, Value]
    return graph.node('Mul', [activate(context, first, activation), second])
  }
  const activated = inner()
  const normed = innerNorm ? normOf(context, activated, { ...innerNorm.norm, name: innerNorm.name, size: innerSize }) : activated
  return linear(context, normed, { name: names.down ?? 'down_proj', inputSize: innerSize, outputSize: size, bias })
}

function sparse(context: GraphContext, x: Value, size: number, { router, expert, shared }: ExpertsSpec): Value {
  const { graph } = context
  const { name = 'gate', experts, bias = false, route, identities = 0 } = router
  const logits = linear(context, x, { name, inputSize: size, outputSize: experts, bias })
  const weights = graph.scope(name, () => (route ? route(context, logits) : routeExperts(context, logits, router)))
  const network = (input: Value, index: number): Value => (index < experts - identities ? dense(context, input, size, expert) : input)
  const routed = mixExperts(context, x, { weights, experts, expert: network })
  if (shared === undefined) return routed
  const common = graph.scope(shared.name ?? 'shared_experts', () => dense(context, x, size, shared))
  if (shared.sigmoidGate === undefined) return graph.node('Add', [routed, common])
  const gate = graph.node('Sigmoid', [linear(context, x, { name: shared.sigmoidGate, inputSize: size, outputSize: 1, bias: false })])
  return graph.node('Add', [routed, graph.node('Mul', [gate, common])])
}
