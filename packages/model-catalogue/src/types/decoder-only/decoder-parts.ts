import type { AttentionSpec, DecoderSpec, DenseSpec, LayerSpec, ProjectionSpec } from '../../architectures/decoder-spec.ts'
import type { Activation } from '../../blocks/activation.ts'
import { vocabularySize } from '../../model-type.ts'

/** Sizes of the decoders here. */
export const size = 32
export const heads = 4
export const headSize = size / heads
export const layerCount = 2
export const maxPositions = 512

/** Query, key and value projections by name, with biases or without. */
export function projections(bias: boolean, names: readonly [query: string, key: string, value: string] = ['q_proj', 'k_proj', 'v_proj']) {
  const [query, key, value] = names.map((name): ProjectionSpec => ({ name, bias })) as [ProjectionSpec, ProjectionSpec, ProjectionSpec]
  return { query, key, value }
}

/** `down(activation(up(x)))` with biases, in its own module or, where its name is empty, in the layer's. */
export function network(name: string, up: string, down: string, activation: Activation, more: Partial<DenseSpec> = {}): DenseSpec {
  return { kind: 'dense', name, innerSize: 4 * size, activation, gate: 'none', bias: true, names: { up, down }, ...more }
}

/** As many layers as the decoders here have, all alike or by index. */
export function layers(layer: LayerSpec | ((index: number) => LayerSpec)): readonly LayerSpec[] {
  return Array.from({ length: layerCount }, (_, index) => (typeof layer === 'function' ? layer(index) : layer))
}

/** Attention of {@link heads} heads. */
export function attentionOf(more: Partial<AttentionSpec>): AttentionSpec {
  return { heads, headSize, ...more }
}

/** A decoder with layer norms. */
export function layerNormDecoder(
  spec: Omit<DecoderSpec, 'vocabulary' | 'size' | 'norm'> & Partial<Pick<DecoderSpec, 'norm'>>,
): DecoderSpec {
  return { vocabulary: vocabularySize, size, norm: { kind: 'layer', epsilon: 1e-5 }, ...spec }
}
