import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Backend, ModelSource } from '../backend.ts'
import { type LoadFailure, ModelLoadError } from '../errors.ts'
import { openSessionCount } from '../onnxruntime/open-sessions.ts'
import type { TestFramework } from './framework.ts'
import { binary, model } from './models.ts'
import { sequenceOutput } from './sequence-model.ts'

interface Refusal {
  readonly name: string
  readonly source: ModelSource
  readonly failure: LoadFailure
  readonly message: RegExp
}

const whole = binary('Add', [2]).bytes
const withNode = (operator: string, domain: string): ModelSource =>
  model((graph) => {
    if (domain !== '') graph.useDomain(domain, 1)
    graph.output('y', graph.node(operator, [graph.input('x', 'float32', [1])], {}, { domain }), 'float32', [1])
  })

const refusals: readonly Refusal[] = [
  { name: 'a truncated model', source: { bytes: whole.subarray(0, whole.length - 20) }, failure: 'not-a-model', message: /truncated/ },
  { name: 'no bytes', source: { bytes: new Uint8Array(0) }, failure: 'not-a-model', message: /not a whole ONNX model/ },
  {
    name: 'bytes of another format',
    source: { bytes: new TextEncoder().encode('version https://git-lfs') },
    failure: 'not-a-model',
    message: /Git LFS/,
  },
  { name: 'an unknown operator', source: withNode('NoSuchOperator', ''), failure: 'unknown-operator', message: /NoSuchOperator/ },
  { name: 'an unknown domain', source: withNode('Custom', 'org.example'), failure: 'unknown-operator', message: /org\.example|Custom/ },
  {
    name: 'operators of onnxruntime-extensions',
    source: withNode('BertTokenizer', 'com.microsoft.extensions'),
    failure: 'unknown-operator',
    message: /onnxruntime-extensions .* do not exist for JavaScript/,
  },
  {
    name: 'a path that does not exist',
    source: { path: 'no-such-folder/no-such.onnx' },
    failure: 'missing-file',
    message: /no-such\.onnx/,
  },
  { name: 'a folder', source: { path: tmpdir() }, failure: 'missing-file', message: /is a folder/ },
]

export function loadFailureCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  const refuses = async ({ source, failure, message }: Omit<Refusal, 'name'>): Promise<void> => {
    const before = openSessionCount()
    const error = await backend.open(source).catch((thrown: unknown) => thrown)
    expect(error instanceof ModelLoadError ? error.failure : error).toBe(failure)
    if (!(error instanceof ModelLoadError)) return
    expect(error.message).toMatch(message)
    expect(error.reason.length).toBeGreaterThan(0)
    expect(openSessionCount()).toBe(before)
  }

  describe('refuses to load', () => {
    for (const { name, ...refusal } of refusals) test(name, () => refuses(refusal))

    test('a truncated file, and names it', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'conformance-'))
      try {
        const path = join(folder, 'cut.onnx')
        await writeFile(path, whole.subarray(0, whole.length - 20))
        await refuses({ source: { path }, failure: 'not-a-model', message: /cut\.onnx/ })
      } finally {
        await rm(folder, { recursive: true })
      }
    })

    test('values that are not tensors, unless it can hand them over', async () => {
      if (backend.capabilities.nonTensorValues) return
      await refuses({ source: sequenceOutput(), failure: 'unsupported-value-type', message: /'y' is seq\(tensor\(float\)\)/ })
    })
  })
}
