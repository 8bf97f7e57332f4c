import { identifyProfile } from '@vitest-hardware/contracts'
import type { Tensor } from '@vitest-hardware/onnx-graph'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { withReferenceSource } from '../model/reference-source.ts'
import { recordSubject } from '../recording/artifacts.ts'
import './matchers.ts'

const y = (...values: number[]): Tensor => ({ type: 'float32', dims: [values.length], data: Float32Array.from(values) })

describe('toMatchOutputs', () => {
  test('passes within the tolerance, fails beyond it, and can be negated', () => {
    expect({ y: y(1.01) }).toMatchOutputs({ y: y(1) }, { tolerance: 0.02 })
    expect({ y: y(1.01) }).not.toMatchOutputs({ y: y(1) })
    expect(() => expect({ y: y(1) }).not.toMatchOutputs({ y: y(1) })).toThrow('expected outputs to differ, but all 1 match')
    expect(() => expect({ y: y(1.01) }).toMatchOutputs({ y: y(1) })).toThrow(/1 of 1 \(100 %\)/)
  })

  test('says on which backend and against which reference', async ({ task }) => {
    const facts = {
      os: 'linux',
      osRelease: '6',
      arch: 'x64',
      cpuModel: 'x',
      cores: 1,
      memoryBytes: 0,
      host: 'node',
      driver: null,
      runtimeBuild: null,
    }
    const profile = identifyProfile({
      ...facts,
      backend: 'webgpu',
      device: 'swiftshader',
      deviceKind: 'gpu',
      isSoftwareDevice: true,
      runtime: 'onnxruntime-node',
      runtimeVersion: '1.30.0',
    })
    await recordSubject(task, { profile, model: 'bert', modelType: 'bert', family: 'encoder-only', task: null })
    const reference = withReferenceSource({ y: y(1) }, { kind: 'golden', description: 'outputs that came with bert' })
    expect(Object.keys(reference)).toEqual(['y'])
    expect(() => expect({ y: y(2) }).toMatchOutputs(reference)).toThrow(
      '1 of 1 outputs differ for bert on webgpu (swiftshader, onnxruntime-node 1.30.0)\nexpected: outputs that came with bert\n',
    )
  })

  test('says what to do with values that are no outputs', () => {
    expect(() => expect(Promise.resolve({})).toMatchOutputs({})).toThrow('the received value is a promise; await it')
    expect(() => expect(y(1)).toMatchOutputs({ y: y(1) })).toThrow("the received value has 'type', which is no tensor")
    expect(() => expect(null).toMatchOutputs({})).toThrow('the received value holds no outputs')
  })

  test('has types', () => {
    expectTypeOf(expect({}).toMatchOutputs).parameter(0).toEqualTypeOf<Readonly<Record<string, Tensor>>>()
    expectTypeOf(expect({}).toHaveNoRegression).returns.toEqualTypeOf<void>()
  })
})
