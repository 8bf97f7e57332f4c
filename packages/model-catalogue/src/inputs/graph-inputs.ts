import { configInteger, type InputRule, numbers } from './input-rule.ts'

const usualKinds = 8

/** Whole numbers from 1 to one less than a config's field. */
const kinds =
  (field: string): InputRule['fill'] =>
  ({ count, config, random }) => {
    const most = (configInteger(config, field) ?? usualKinds) - 1
    return numbers(count, () => 1 + Math.floor(random() * most))
  }

/** Nodes and edges of graphs as Graphormer's collator gives them; kind 0 is padding. */
export const graphRules: readonly InputRule[] = [
  { names: /^input_nodes$/, fill: kinds('num_atoms') },
  { names: /^input_edges$/, fill: kinds('num_edges') },
  { names: /^in_degree$/, fill: kinds('num_in_degree') },
  { names: /^out_degree$/, fill: kinds('num_out_degree') },
  { names: /^spatial_pos$/, fill: kinds('num_spatial') },
  // all nodes may see each other
  { names: /^attn_bias$/, fill: ({ count }) => numbers(count, () => 0) },
]
