import type { Value } from '@vitest-hardware/onnx-graph'
import { linear } from '../blocks/linear.ts'
import { convolution } from '../blocks/convolution.ts'
import { type GridPlaces, gridRotary } from '../blocks/grid-rotary.ts'
import type { GraphContext } from '../graph-context.ts'
import { batch } from '../graphs/text-inputs.ts'
import { gridSide } from '../inputs/vision-language-inputs.ts'
import { towerLayers, type TowerLayers, towerNorm } from './vision-tower.ts'

/** A tower over a list of patches, whose images may have any shape: `image_grid_thw` tells it. All images of one call share the first one's grid. */
export interface GridTowerSpec extends TowerLayers {
  readonly patch: number
  /** Frames that one patch spans. @default 2 */
  readonly temporal?: number
  /** @default 3 */
  readonly channels?: number
  readonly patches: { readonly name: string; readonly bias: boolean; readonly kind: 'convolution' | 'linear' }
  /** Patches along one side of what becomes one token. */
  readonly merge: number
  /** Whether the patches of a merged token lie side by side in the list, or each row of the image does. @default 'squares' */
  readonly order?: 'squares' | 'rows'
  /** Base of the rotation by row and column. @default no rotation */
  readonly theta?: number
  /** Learned positions of a square that are resized to the image. @default none */
  readonly positions?: { readonly name: string; readonly side: number; readonly mode: 'linear' | 'linear-half-pixel' | 'cubic' }
  /** Norm between patches and positions. @default none */
  readonly before?: string
  /** Norm after the layers. @default none */
  readonly after?: string
  /** Layers other than `full` see only their window of `side` merged tokens (Qwen2.5-VL, arXiv:2502.13923, §2.1.1). @default all are full */
  readonly windows?: { readonly side: number; readonly full: readonly number[] }
  readonly embeddingScope?: string
}

export interface GridImages {
  /** float32 `[patches of all images, values of a patch]` */
  readonly pixels: Value
  /** int64 `[images, 3]`: frames, rows and columns of patches. */
  readonly grid: Value
  /** Additive mask of padding patches, `[images, 1, 1, patches]`. @default none */
  readonly mask?: Value
}

/** Declares `pixel_values` and `image_grid_thw` with one image for each text. */
export function gridInputs(
  context: GraphContext,
  { patch, temporal = 2, channels = 3 }: Pick<GridTowerSpec, 'patch' | 'temporal' | 'channels'>,
): GridImages {
  const { graph } = context
  const values = channels * temporal * patch * patch
  return {
    pixels: graph.input('pixel_values', 'float32', [`${gridSide * gridSide}*${batch}`, values]),
    grid: graph.input('image_grid_thw', 'int64', [batch, 3]),
  }
}

/** Patches to tokens `[frames of all images, rows·columns, size]`, in the current scope; `each` is called behind each layer. */
export function gridTower(context: GraphContext, images: GridImages, spec: GridTowerSpec, each?: (layer: number, x: Value) => void): Value {
  const { graph } = context
  const { size, merge, theta, windows } = spec
  const places = gridPlaces(context, images.grid, spec.order === 'rows' ? 1 : merge)
  const embed = (): Value => {
    const patches = patchVectors(context, images.pixels, spec)
    const perFrame = graph.node('Reshape', [
      patches,
      graph.node(
        'Concat',
        [graph.constant('int64', [-1]), graph.node('Mul', [places.height, places.width]), graph.constant('int64', [size])],
        { axis: 0 },
      ),
    ])
    const started = spec.before === undefined ? perFrame : towerNorm(context, perFrame, spec, spec.before)
    return spec.positions === undefined ? started : graph.node('Add', [started, resizedPositions(context, places, size, spec.positions)])
  }
  const embedded = spec.embeddingScope === undefined ? embed() : graph.scope(spec.embeddingScope, embed)
  const rotary = theta === undefined ? undefined : gridRotary(context, { ...places, size: size / spec.heads, theta })
  const mask = windows && windowMask(context, places, merge * windows.side)
  const biases = (layer: number): readonly Value[] => [
    ...(images.mask === undefined ? [] : [images.mask]),
    ...(mask === undefined || windows?.full.includes(layer) ? [] : [mask]),
  ]
  const x = towerLayers(context, embedded, spec, { rotary, biases, ...(each ? { after: each } : {}) })
  return spec.after === undefined ? x : towerNorm(context, x, spec, spec.after)
}

/** Rows of neighbours side by side: `[frames, tokens, size] → [frames, tokens / merge², merge²·size]`, for patches in order of squares. */
export function joinSquares(context: GraphContext, x: Value, { merge, size }: Pick<GridTowerSpec, 'merge' | 'size'>): Value {
  const { graph } = context
  return graph.node('Reshape', [x, graph.constant('int64', [0, -1, merge * merge * size])])
}

/** {@link GridPlaces} with sizes as int64 `[1]`. */
interface SizedPlaces extends GridPlaces {
  readonly height: Value
  readonly width: Value
}

/** Rows and columns of the first image, int64 `[1]` each. */
export function gridSizes(context: GraphContext, grid: Value): readonly [height: Value, width: Value] {
  const { graph } = context
  const first = graph.node('Gather', [grid, graph.constant('int64', 0)], { axis: 0 })
  const [height, width] = [1, 2].map((index) => graph.node('Gather', [first, graph.constant('int64', [index])], { axis: 0 }))
  return [height!, width!]
}

/** Row and column of each patch of the first image, in order of squares of `merge²`: int64 `[rows·columns]`. */
export function gridPlaces(context: GraphContext, grid: Value, merge: number): SizedPlaces {
  const { graph } = context
  return graph.scope('grid', () => {
    const number = (value: number): Value => graph.constant('int64', value)
    const list = (...values: number[]): Value => graph.constant('int64', values)
    const [height, width] = gridSizes(context, grid)
    const range = (size: Value): Value => graph.node('Range', [number(0), graph.node('Squeeze', [size]), number(1)])
    const shape = graph.node('Concat', [height, width], { axis: 0 })
    const sorted = (plane: Value): Value => {
      if (merge === 1) return plane
      const [cellRows, cellColumns] = [height, width].map((size) => graph.node('Div', [size, list(merge)])) as [Value, Value]
      const squares = graph.node('Concat', [cellRows, list(merge), cellColumns, list(merge)], { axis: 0 })
      return graph.node('Transpose', [graph.node('Reshape', [plane, squares])], { perm: [0, 2, 1, 3] })
    }
    const ordered = (along: Value): Value => graph.node('Reshape', [sorted(graph.node('Expand', [along, shape])), list(-1)])
    return {
      rows: ordered(graph.node('Unsqueeze', [range(height), list(1)])),
      columns: ordered(range(width)),
      height,
      width,
    }
  })
}

function patchVectors(context: GraphContext, pixels: Value, { patch, temporal = 2, channels = 3, size, patches }: GridTowerSpec): Value {
  const { graph } = context
  if (patches.kind === 'linear') {
    return linear(context, pixels, {
      name: patches.name,
      inputSize: channels * temporal * patch * patch,
      outputSize: size,
      bias: patches.bias,
    })
  }
  const kernel = temporal === 1 ? [patch, patch] : [temporal, patch, patch]
  const cells = graph.node('Reshape', [pixels, graph.constant('int64', [-1, channels, ...kernel])])
  const vectors = convolution(context, cells, {
    name: patches.name,
    inputChannels: channels,
    outputChannels: size,
    kernel,
    bias: patches.bias,
  })
  return graph.node('Reshape', [vectors, graph.constant('int64', [-1, size])])
}

/** Ways in which PyTorch resizes. */
const resizing = {
  linear: { mode: 'linear', coordinate_transformation_mode: 'align_corners' },
  'linear-half-pixel': { mode: 'linear', coordinate_transformation_mode: 'half_pixel' },
  cubic: { mode: 'cubic', coordinate_transformation_mode: 'half_pixel', cubic_coeff_a: { float: -0.75 } },
} as const

/** Learned positions of a square grid, resized to the image, one for each patch: `[rows·columns, size]`. */
function resizedPositions(
  context: GraphContext,
  { rows, columns, height, width }: SizedPlaces,
  size: number,
  { name, side, mode }: NonNullable<GridTowerSpec['positions']>,
): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const table = context.weight('weight', [side * side, size], { std: 0.5 })
    const square = graph.node('Reshape', [
      graph.node('Transpose', [table], { perm: [1, 0] }),
      graph.constant('int64', [1, size, side, side]),
    ])
    const sizes = graph.node('Concat', [graph.constant('int64', [1, size]), height, width], { axis: 0 })
    const resized = graph.node('Resize', [square, '', '', sizes], resizing[mode])
    const flat = graph.node('Transpose', [graph.node('Reshape', [resized, graph.constant('int64', [size, -1])])], { perm: [1, 0] })
    return graph.node('Gather', [flat, graph.node('Add', [graph.node('Mul', [rows, width]), columns])], { axis: 0 })
  })
}

/** Additive mask by which a patch sees its window of `side²` patches alone: `[rows·columns, rows·columns]`. */
function windowMask(context: GraphContext, { rows, columns, width }: SizedPlaces, side: number): Value {
  const { graph } = context
  return graph.scope('window_mask', () => {
    const of = (places: Value): Value => graph.node('Div', [places, graph.constant('int64', side)])
    const window = graph.node('Add', [graph.node('Mul', [of(rows), width]), of(columns)])
    const same = graph.node('Equal', [window, graph.node('Unsqueeze', [window, graph.constant('int64', [1])])])
    return graph.node('Where', [same, graph.constant('float32', 0), graph.constant('float32', -3.4028234663852886e38)])
  })
}
