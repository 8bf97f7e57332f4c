import type { DataType, Tensor } from '@vitest-hardware/onnx-graph'
import type { InferenceSession, OnnxValue } from 'onnxruntime-common'
import { z } from 'zod'
import type { HostedPage } from './hosted-page.ts'
import { OpenedSchema, RanSchema, type RuntimeChoice, type WireSessionOptions } from './wire/messages.ts'
import { packTensors, unpackTensors, type WireTensor } from './wire/tensors.ts'

/** A session of onnxruntime-web that lives in a page, seen as one of this process. */
export interface RemoteSession extends InferenceSession {
  /** Reading and loading the model, by the page's clock. */
  readonly loadMilliseconds: number
}

const durations = new WeakMap<object, number>()

/** What the run that gave these outputs took by the page's clock, ms; 0 for outputs of another origin. */
export function inPageMilliseconds(outputs: object): number {
  return durations.get(outputs) ?? 0
}

interface RemoteModel {
  readonly bytes: Uint8Array
  readonly externalData: readonly { readonly path: string; readonly data: Uint8Array }[]
  readonly options: WireSessionOptions
}

/** The page fetches the model's bytes from this process. */
export async function openRemoteSession(page: HostedPage, runtime: RuntimeChoice, model: RemoteModel): Promise<RemoteSession> {
  const lent = [model.bytes, ...model.externalData.map(({ data }) => data)].map((bytes) => page.server.lend(bytes))
  try {
    const [main, ...beside] = lent.map(({ address }) => address)
    const externalData = model.externalData.map(({ path }, index) => ({ path, address: beside[index]! }))
    const request = { kind: 'open' as const, runtime, model: main!, externalData, options: model.options }
    const { value } = await page.ask(request, OpenedSchema, 'loading a model')
    return remoteSession(page, value)
  } finally {
    for (const one of lent) one[Symbol.dispose]()
  }
}

function remoteSession(page: HostedPage, { session, milliseconds, inputs, outputs }: z.infer<typeof OpenedSchema>): RemoteSession {
  const unsupported = (): never => {
    throw new Error('profiling is not available in a page')
  }
  return {
    loadMilliseconds: milliseconds,
    inputNames: inputs.map(({ name }) => name),
    outputNames: outputs.map(({ name }) => name),
    inputMetadata: inputs as InferenceSession.ValueMetadata[],
    outputMetadata: outputs as InferenceSession.ValueMetadata[],
    async run(feeds) {
      const packed = packTensors(Object.entries(feeds as Readonly<Record<string, Tensor>>))
      const request = { kind: 'run' as const, session, feeds: packed.described }
      const { value, parts } = await page.ask(request, RanSchema, 'running a model', packed.parts)
      const results = asValues(unpackTensors(value.outputs.map(checked), parts, true))
      durations.set(results, value.milliseconds)
      return results
    },
    async release() {
      // sessions of a page that is gone are gone with it
      if (page.isOpen) await page.ask({ kind: 'release', session }, z.null(), 'releasing a model').catch(() => undefined)
    },
    startProfiling: unsupported,
    endProfiling: unsupported,
  }
}

function checked(tensor: z.infer<typeof RanSchema>['outputs'][number]): WireTensor {
  const { strings, type, ...rest } = tensor
  // what the page sends is what onnxruntime-common calls it there
  return { ...rest, type: type as DataType, ...(strings === undefined ? {} : { strings }) }
}

/** Says of each tensor that it lies in memory, as the runtime's own tensors do, so that outputs are inputs without conversion. */
function asValues(tensors: Record<string, Tensor>): Record<string, OnnxValue> {
  const values: Record<string, OnnxValue> = {}
  for (const [name, tensor] of Object.entries(tensors)) values[name] = { ...tensor, location: 'cpu' } as OnnxValue
  return values
}
