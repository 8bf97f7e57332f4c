import { isFloat, roundHalfEven, saturateInteger } from '../integers.ts'
import type { Family, NodeContext, Operator, Values } from '../operator.ts'
import { dataFromNumbers, numbersOf, values } from '../values.ts'
import { required } from './input-checks.ts'
import { affineGrid } from './resize/affine-grid.ts'
import { type CoordinateMode, coordinateModes } from './resize/coordinates.ts'
import { cubicFilter, type Filter, linearFilter, nearestFilter, nearestModes } from './resize/filters.ts'
import { gridSample } from './resize/grid-sample.ts'
import { type Resampling, resample } from './resize/resample.ts'
import { type ResizeRequest, resizeAxes } from './resize/resize-axes.ts'

/** ONNX Resize: version 10 is Upsample-9 with scales below 1; 11 brought coordinates, sizes and cubic, 18 axes, antialias and aspect ratio. */
const resizeOperator: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  if (node.opset < 11) return [upsampled(x, required(inputs, 1, node), node)]
  return [
    resized(x, { dims: x.dims, roi: inputs[1], scales: inputs[2], sizes: inputs[3] }, node, {
      mode: coordinateModeOf(node),
      filter: filterOf(node),
      excludeOutside: node.int('exclude_outside', 0) !== 0,
      extrapolation: node.float('extrapolation_value', 0),
    }),
  ]
}

function coordinateModeOf(node: NodeContext): CoordinateMode {
  // version 13 took one away
  const known = coordinateModes.filter((name) => name !== 'tf_half_pixel_for_nn' || node.opset < 13)
  const declared = node.string('coordinate_transformation_mode', 'half_pixel')
  return (
    known.find((name) => name === declared) ?? node.fail(`coordinate_transformation_mode is ${declared}, not one of ${known.join(', ')}`)
  )
}

function filterOf(node: NodeContext): Filter {
  const mode = node.string('mode', 'nearest')
  const antialias = node.int('antialias', 0) !== 0
  switch (mode) {
    case 'nearest': {
      if (antialias) node.fail('antialias needs the mode linear or cubic')
      const nearest = nearestModes.find((name) => name === node.string('nearest_mode', 'round_prefer_floor'))
      return nearestFilter(nearest ?? node.fail(`nearest_mode is ${node.string('nearest_mode')}, not one of ${nearestModes.join(', ')}`))
    }
    case 'linear':
      return linearFilter(antialias)
    case 'cubic':
      return cubicFilter(node.float('cubic_coeff_a', -0.75), antialias)
    default:
      return node.fail(`mode is ${mode}, not nearest, linear or cubic`)
  }
}

/** ONNX Upsample-9, and 7 with its scales in an attribute. */
const upsample: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const scales = node.opset < 9 ? node.floats('scales') : null
  const given = scales === null ? required(inputs, 1, node) : values('float32', [scales.length], Float64Array.from(scales))
  return [upsampled(x, given, node)]
}

function upsampled(x: Values, scales: Values, node: NodeContext): Values {
  const mode = node.string('mode', 'nearest')
  if (mode !== 'nearest' && mode !== 'linear' && mode !== 'bilinear') node.fail(`mode is ${mode}, not nearest or linear`)
  return resized(x, { dims: x.dims, roi: undefined, scales, sizes: undefined }, node, {
    mode: 'asymmetric',
    filter: mode === 'nearest' ? nearestFilter('floor') : linearFilter(false),
    excludeOutside: false,
    extrapolation: 0,
  })
}

function resized(x: Values, request: ResizeRequest, node: NodeContext, options: Resampling): Values {
  const { dims, data } = resample(numbersOf(x), x.dims, resizeAxes(node, request), options)
  if (isFloat(x.type)) return values(x.type, dims, data)
  const saturate = saturateInteger(x.type)
  return values(
    x.type,
    dims,
    dataFromNumbers(
      x.type,
      data.map((value) => saturate(roundHalfEven(value))),
    ),
  )
}

export const resize: Family = {
  name: 'resize',
  operators: {
    Resize: { since: 10, evaluate: resizeOperator },
    Upsample: { since: 7, evaluate: upsample },
    GridSample: { since: 16, inputs: 2, evaluate: gridSample },
    AffineGrid: { since: 20, inputs: 2, evaluate: affineGrid },
  },
}
