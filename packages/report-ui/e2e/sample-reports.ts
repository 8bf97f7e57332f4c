import type { BackendName, Report } from '@vitest-hardware/contracts'
import { buildReport } from '../src/testing/report-builder.ts'

/** Text that must never become markup, in every place that data can reach. */
export const hostile = `</script><script>globalThis.pwned=1</script><img src=x onerror="globalThis.pwned=1"> & "quoted" $& $1`

const models = [
  'albert',
  'bert',
  'distilbert',
  'xlm-roberta',
  'gpt2',
  'llama',
  't5',
  'bart',
  'vit',
  'resnet',
  'clip',
  'siglip',
  'whisper',
  'wav2vec2',
  'unet2d',
  'vae',
  'mixtral',
  'mamba',
]

/** 18 models on three backends, five more backends skipped, with one of everything that the page tells apart. */
export function eventfulReport(): Report {
  const skipped: Partial<Record<BackendName, string>> = {
    cuda: 'no CUDA device: libcuda.so.1 was not found',
    coreml: 'coreml needs macOS; this is linux',
    directml: 'directml needs Windows; this is linux',
    openvino: 'the OpenVINO provider is not in this build of onnxruntime-node',
    webnn: 'navigator.ml.createContext failed: no driver',
  }
  const report = buildReport({
    models,
    backends: ['cpu', 'wasm', 'webgpu'],
    skipped,
    outcome: (model, backend) => {
      if (model === 'bert' && backend === 'webgpu') return { verdict: 'regression', effect: 1.31 }
      if (model === 'llama' && backend === 'wasm') return { verdict: 'regression', effect: 2.4 }
      if (model === 'vit' && backend === 'cpu') return { verdict: 'improvement', effect: 0.72 }
      if (model === 'whisper') return { verdict: 'cannot-tell', effect: 1.09 }
      if (model === 'mamba') return { verdict: 'no-baseline' }
      if (model === 'clip' && backend === 'webgpu')
        return {
          state: 'failed',
          reason: `\u001b[31mexpected outputs to match the reference\u001b[39m: 3 of 512 values of "logits" differ, largest |difference| 0.021 at [0, 17] ${hostile}`,
        }
      if (model === 'unet2d' && backend === 'wasm') return { state: 'interrupted', reason: 'the run ended before this test did' }
      if (model === 'mixtral' && backend === 'webgpu') return { simulated: true, effect: 1.02 }
      return { effect: 0.99 + (model.length % 4) / 100 }
    },
  })
  report.run.state = 'failed'
  report.sentence =
    '52 of 54 model × backend pairs pass · 2 regressions · 1 improvement · 3 can’t be told · 180 skipped (no CUDA device and 4 more reasons)'
  report.environmentChanges = [
    {
      backend: 'webgpu',
      fields: [
        { field: 'driver', before: 'SwiftShader 4.9.1', after: 'SwiftShader 5.0.0' },
        { field: 'runtimeVersion', before: '1.29.0', after: '1.30.0' },
      ],
    },
  ]
  report.tests = report.tests.map((named, index) => (index === 0 ? { ...named, name: `matches the reference ${hostile}` } : named))
  // The variant that no series chooser would show otherwise: a model with two series of one metric.
  const twin = report.measurements.find((measured) => measured.comparison?.verdict === 'regression')!
  report.measurements.push({ ...twin, batchSize: 8 })
  return report
}

/** Ten thousand results of tests without a model, as an ordinary suite would have. */
export function largeReport(): Report {
  const report = buildReport({ models: ['bert'], backends: ['cpu'] })
  report.tests = Array.from({ length: 10_000 }, (_, index) => ({
    testId: `019a0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    file: `packages/part-${index % 50}/src/module-${index % 200}.test.ts`,
    name: `module ${index % 200} > case ${index}: does what it says`,
    model: null,
    modelType: null,
    family: null,
    task: null,
  }))
  report.results = report.tests.map((_, test) => ({
    test,
    profile: 0,
    project: 'hardware-cpu',
    backend: 'cpu',
    state: 'passed',
    reason: null,
    startedAtMs: 1_795_000_000_000 + test * 3,
    durationMs: ((test * 7919) % 1000) / 100,
    retries: 0,
    provenance: 'measured',
  }))
  report.measurements = []
  report.sentence = '10,000 tests pass'
  report.counts = { ...report.counts, passed: 10_000, noChange: 0 }
  return report
}
