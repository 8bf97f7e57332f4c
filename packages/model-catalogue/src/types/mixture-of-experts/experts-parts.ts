import type { DenseSpec, ExpertsSpec, RouterSpec } from '../../architectures/decoder-spec.ts'

/** Width of one expert here. */
export const expertSize = 32

/** A gated network of an expert's width. */
export function expert(more: Partial<DenseSpec> = {}): DenseSpec {
  return { kind: 'dense', innerSize: expertSize, activation: 'silu', ...more }
}

/** Six experts of which each token goes to two. */
export function experts(
  router: Partial<RouterSpec> & Pick<RouterSpec, 'scoring'>,
  more: Partial<Omit<ExpertsSpec, 'router'>> = {},
): ExpertsSpec {
  return { kind: 'experts', router: { experts: 6, perToken: 2, ...router }, expert: expert(), ...more }
}

/** DeepSeek-V3's router: sigmoids, a bias for the choice alone, the best of some groups, normalised and scaled weights. */
export function deepseekRouter(more: Partial<RouterSpec> = {}): Partial<RouterSpec> & Pick<RouterSpec, 'scoring'> {
  return { scoring: 'sigmoid', choiceBias: 'e_score_correction_bias', normalised: true, scale: 2.5, ...more }
}

/** Four groups of two experts, of which two are open, by their best two. */
export const grouped: Pick<RouterSpec, 'experts' | 'groups'> = { experts: 8, groups: { count: 4, chosen: 2, score: 'top2-sum' } }
