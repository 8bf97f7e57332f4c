import type { Family, Operator, Values } from '../operator.ts'
import { values } from '../values.ts'
import { attentionBias } from './attention/bias.ts'
import { appendHeads, type Heads, splitHeads, swapMiddle } from './attention/heads.ts'
import { rotaryEmbedding } from './attention/rotary-embedding.ts'
import { scaledDotProduct, scoreStages } from './attention/scaled-dot-product.ts'
import { required } from './input-checks.ts'

/** ONNX Attention, versions 23 to 25, with the corrections to 23 and 24 that ONNX published without a new version. */
const attentionOperator: Operator = (inputs, node) => {
  const query = required(inputs, 0, node)
  const q = splitHeads(query, 0, node, 'q_num_heads')
  const newKeys = splitHeads(required(inputs, 1, node), 1, node, 'kv_num_heads')
  const newValues = splitHeads(required(inputs, 2, node), 2, node, 'kv_num_heads')
  if ((inputs[4] === undefined) !== (inputs[5] === undefined)) node.fail('past_key and past_value are only used together', 4)
  const k = appendHeads(inputs[4], 4, newKeys, node)
  const v = appendHeads(inputs[5], 5, newValues, node)
  if (k.size !== q.size) node.fail(`keys have the head size ${k.size}, and queries ${q.size}`, 1)
  if (k.batch !== q.batch || v.batch !== q.batch)
    node.fail(`queries, keys and values have the batches ${q.batch}, ${k.batch} and ${v.batch}`)
  if (v.length !== k.length || v.heads !== k.heads) {
    node.fail(`there are ${v.heads} heads of ${v.length} values, and ${k.heads} heads of ${k.length} keys`, 2)
  }
  if (q.heads % k.heads !== 0) node.fail(`the ${k.heads} heads of the keys do not divide the ${q.heads} of the queries`, 1)
  const mode = node.int('qk_matmul_output_mode', 0)
  const stage = scoreStages[mode] ?? node.fail(`qk_matmul_output_mode is ${mode}, not 0 to ${scoreStages.length - 1}`)
  const bias = attentionBias(inputs, node, {
    batch: q.batch,
    heads: q.heads,
    queries: q.length,
    keys: k.length,
    past: k.length - newKeys.length,
  })
  const scale = node.float('scale', 1 / Math.sqrt(q.size))
  const { y, scores } = scaledDotProduct(q, k, v, { scale, softcap: node.float('softcap', 0), bias, stage })
  const flat = query.dims.length === 3
  const output = flat
    ? values(query.type, [q.batch, q.length, q.heads * v.size], swapMiddle(y, q.batch, q.heads, q.length, v.size))
    : values(query.type, [q.batch, q.heads, q.length, v.size], y)
  return [output, cache(inputs[1]!, k), cache(inputs[2]!, v), values(query.type, [q.batch, q.heads, q.length, k.length], scores)]
}

function cache(source: Values, { data, batch, heads, length, size }: Heads): Values {
  return values(source.type, [batch, heads, length, size], data)
}

export const attention: Family = {
  name: 'attention',
  operators: {
    Attention: { since: 23, inputs: 3, evaluate: attentionOperator },
    RotaryEmbedding: { since: 23, inputs: 3, evaluate: rotaryEmbedding },
  },
}
