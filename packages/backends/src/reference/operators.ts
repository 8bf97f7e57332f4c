import { activations } from './families/activations.ts'
import { attention } from './families/attention.ts'
import { casting } from './families/casting.ts'
import { comparisonLogic } from './families/comparison-logic.ts'
import { controlFlow } from './families/control-flow.ts'
import { convolution } from './families/convolution.ts'
import { cutting } from './families/cutting.ts'
import { detection } from './families/detection.ts'
import { elementwiseMath } from './families/elementwise-math.ts'
import { gathering } from './families/gathering.ts'
import { generators } from './families/generators.ts'
import { linearAlgebra } from './families/linear-algebra.ts'
import { losses } from './families/losses.ts'
import { microsoftActivations } from './families/microsoft-activations.ts'
import { normalization } from './families/normalization.ts'
import { packedWeights } from './families/packed-weights.ts'
import { padding } from './families/padding.ts'
import { pooling } from './families/pooling.ts'
import { quantization } from './families/quantization.ts'
import { recurrent } from './families/recurrent.ts'
import { reductions } from './families/reductions.ts'
import { reshaping } from './families/reshaping.ts'
import { resize } from './families/resize.ts'
import { scattering } from './families/scattering.ts'
import { sequences } from './families/sequences.ts'
import { signal } from './families/signal.ts'
import { softmax } from './families/softmax.ts'
import { sorting } from './families/sorting.ts'
import { texts } from './families/texts.ts'
import { type ClaimedOperator, type Family, newestOpset, type NodeFacts } from './operator.ts'

/** Every family of operators that `reference` computes itself. */
export const families: readonly Family[] = [
  activations,
  attention,
  casting,
  comparisonLogic,
  controlFlow,
  convolution,
  cutting,
  detection,
  elementwiseMath,
  gathering,
  generators,
  linearAlgebra,
  losses,
  microsoftActivations,
  normalization,
  packedWeights,
  padding,
  pooling,
  quantization,
  recurrent,
  reductions,
  reshaping,
  resize,
  scattering,
  sequences,
  signal,
  softmax,
  sorting,
  texts,
]

const byKey = new Map(
  families.flatMap(({ domain = '', operators }) => Object.entries(operators).map(([name, claimed]) => [keyOf(domain, name), claimed])),
)

/** The operator that computes a node, or the reason why none does. */
export function claimOf(node: NodeFacts): ClaimedOperator | string {
  const claimed = byKey.get(keyOf(node.domain, node.operator))
  const where = node.domain === '' ? 'ONNX' : node.domain
  if (claimed === undefined) return `reference has no ${node.operator} of ${where}`
  if (node.opset < claimed.since) return `reference knows ${node.operator} from version ${claimed.since} on, the model uses ${node.opset}`
  if (node.domain === '' && node.opset > newestOpset)
    return `reference knows ONNX's operators up to version ${newestOpset}, the model uses ${node.opset}`
  return claimed.refuses?.(node) ?? claimed
}

function keyOf(domain: string, operator: string): string {
  return `${domain}\n${operator}`
}
