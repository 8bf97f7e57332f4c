import type { Value } from '@vitest-hardware/onnx-graph'
import { convolution } from '../blocks/convolution.ts'
import { linear } from '../blocks/linear.ts'
import type { GraphContext } from '../graph-context.ts'
import { batch } from '../graphs/text-inputs.ts'
import type { GraphFile, Task, TaskHead } from '../model-type.ts'

/** Labels of each classifier of sounds here. */
export const soundLabels = 10

/** What a body makes of a sound: one vector for each frame. */
export interface SoundFeatures {
  /** `[batch, frames, size]` */
  readonly hidden: Value
  readonly size: number
  /** Name of the frames' axis. @default 'num_frames' */
  readonly frames?: string | number
}

/** A speech encoder and what its heads are made of. */
export interface SoundBody {
  /** Upstream's class name up to `Model` or `For…`. */
  readonly prefix: string
  /** Declares its inputs. */
  readonly features: (context: GraphContext) => SoundFeatures
  readonly vocabulary: number
  /** Upstream's module name of the CTC head. @default 'lm_head' */
  readonly head?: string
  /** Width between the frames' vectors and a classifier of whole sounds. */
  readonly projection?: number
  /** Of the network behind speaker vectors. @default {@link smallTdnn} */
  readonly tdnn?: {
    readonly sizes: readonly number[]
    readonly kernels: readonly number[]
    readonly dilations: readonly number[]
    readonly output: number
  }
}

/** Heads by task, those of {@link soundHeads} that a type asks for by name. */
export function soundHeads(body: SoundBody, tasks: readonly Task[]): Readonly<Record<Task, TaskHead>> {
  return Object.fromEntries(
    tasks.map((task) => {
      const found = builders[task]
      if (found === undefined) throw new RangeError(`no head of sounds for ${task}`)
      const graph: GraphFile = { name: 'model', build: (context) => found.build(context, body) }
      return [task, { architecture: `${body.prefix}${found.suffix}`, graphs: [graph] as const }]
    }),
  )
}

interface HeadBuilder {
  readonly suffix: string
  readonly build: (context: GraphContext, body: SoundBody) => void
}

const builders: Readonly<Record<Task, HeadBuilder>> = {
  'automatic-speech-recognition': { suffix: 'ForCTC', build: connectionistHead },
  'feature-extraction': { suffix: 'Model', build: bareFeatures },
  'audio-classification': { suffix: 'ForSequenceClassification', build: classification },
  'audio-frame-classification': { suffix: 'ForAudioFrameClassification', build: frameClassification },
  'audio-xvector': { suffix: 'ForXVector', build: speakerVector },
}

/** Scores of tokens for each frame, for connectionist temporal classification (Graves et al. 2006). */
export function connectionistHead(context: GraphContext, body: SoundBody): void {
  const { hidden, size, frames = 'num_frames' } = body.features(context)
  const logits = linear(context, hidden, { name: body.head ?? 'lm_head', inputSize: size, outputSize: body.vocabulary })
  context.graph.output('logits', logits, 'float32', [batch, frames, body.vocabulary])
}

function bareFeatures(context: GraphContext, body: SoundBody): void {
  const { hidden, size, frames = 'num_frames' } = body.features(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, frames, size])
}

/** Projected frames, their mean, a classifier. */
function classification(context: GraphContext, body: SoundBody): void {
  const { graph } = context
  const { hidden, size } = body.features(context)
  const width = body.projection ?? size
  const projected = linear(context, hidden, { name: 'projector', inputSize: size, outputSize: width })
  const mean = graph.node('ReduceMean', [projected, graph.constant('int64', [1])], { keepdims: 0 })
  graph.output('logits', linear(context, mean, { name: 'classifier', inputSize: width, outputSize: soundLabels }), 'float32', [
    batch,
    soundLabels,
  ])
}

function frameClassification(context: GraphContext, body: SoundBody): void {
  const { hidden, size, frames = 'num_frames' } = body.features(context)
  const logits = linear(context, hidden, { name: 'classifier', inputSize: size, outputSize: soundLabels })
  context.graph.output('logits', logits, 'float32', [batch, frames, soundLabels])
}

/** A small time delay network, mean and deviation over time, and a vector of the speaker (Snyder et al. 2018, "X-vectors", ICASSP). */
function speakerVector(context: GraphContext, body: SoundBody): void {
  const { graph } = context
  const { hidden, size } = body.features(context)
  const { sizes, kernels, dilations, output } = body.tdnn ?? smallTdnn
  const projected = linear(context, hidden, { name: 'projector', inputSize: size, outputSize: sizes[0]! })
  let x = graph.node('Transpose', [projected], { perm: [0, 2, 1] })
  sizes.forEach((outputChannels, index) => {
    const convolved = graph.scope(`tdnn.${index}`, () =>
      convolution(context, x, {
        name: 'kernel',
        inputChannels: sizes[Math.max(0, index - 1)]!,
        outputChannels,
        kernel: [kernels[index]!],
        dilation: dilations[index]!,
      }),
    )
    x = graph.node('Relu', [convolved])
  })
  const over = graph.constant('int64', [2])
  const mean = graph.node('ReduceMean', [x, over], { keepdims: 1 })
  const away = graph.node('Sub', [x, mean])
  // PyTorch's deviation, over one frame less than there are
  const count = graph.node('Cast', [graph.node('Shape', [x], { start: 2, end: 3 })], { to: 1 })
  const squares = graph.node('ReduceSum', [graph.node('Mul', [away, away]), over], { keepdims: 0 })
  const deviation = graph.node('Sqrt', [graph.node('Div', [squares, graph.node('Sub', [count, graph.constant('float32', 1)])])])
  const statistics = graph.node('Concat', [graph.node('Squeeze', [mean, over]), deviation], { axis: 1 })
  const vector = linear(context, statistics, { name: 'feature_extractor', inputSize: 2 * sizes.at(-1)!, outputSize: output })
  graph.output('logits', linear(context, vector, { name: 'classifier', inputSize: output, outputSize: output }), 'float32', [batch, output])
  graph.output('embeddings', vector, 'float32', [batch, output])
}

/** Upstream's layers, narrower. */
export const smallTdnn = { sizes: [16, 16, 16, 16, 32], kernels: [5, 3, 3, 1, 1], dilations: [1, 2, 3, 1, 1], output: 16 } as const
