import { backendNames } from '@vitest-hardware/contracts'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { LoadCost, ModelSource, OpenOptions, Session } from '../backend.ts'
import { ModelLoadError, RunError } from '../errors.ts'
import { openSession } from '../onnxruntime/open.ts'
import type { Runtime } from '../onnxruntime/runtime.ts'
import { type ReadOptions, readProviderOptions } from '../provider-options/reader.ts'
import { readWasmOptions } from '../provider-options/wasm.ts'
import { readWebgpuOptions } from '../provider-options/webgpu.ts'
import { readWebnnOptions } from '../provider-options/webnn.ts'
import { transportBegins, transportEnds } from '../transport-time.ts'
import { BrowserFailure } from './errors.ts'
import type { HostedPage } from './hosted-page.ts'
import { residentMemory } from './launch/resident-memory.ts'
import { inPageMilliseconds, openRemoteSession, type RemoteSession } from './remote-session.ts'
import type { BrowserBackendName } from './runtime-choice.ts'
import type { RuntimeChoice } from './wire/messages.ts'

const readers: Readonly<Record<BrowserBackendName, ReadOptions>> = {
  wasm: readWasmOptions,
  webgpu: readWebgpuOptions,
  webnn: readWebnnOptions,
}

/** A page with a runtime in it. */
export interface RuntimePage {
  readonly page: HostedPage
  readonly backend: BrowserBackendName
  readonly choice: RuntimeChoice
  readonly version: string
  readonly build: string
}

/**
 * onnxruntime-web in a page as a runtime of this process, behind the same border as the others: the same feeds, signatures and errors.
 * @param opened called with each session that the page made
 */
export function pageRuntime(host: RuntimePage, opened?: (session: RemoteSession) => void): Runtime {
  return {
    backend: host.backend,
    name: 'onnxruntime-web',
    version: host.version,
    build: host.build,
    provider: host.choice.provider,
    opensFiles: false,
    checksArrays: false,
    sharesNodes: host.backend !== 'wasm',
    async create(bytes, { externalData = [], ...options }) {
      if (typeof bytes === 'string') throw new TypeError('a page opens no files')
      const session = await openRemoteSession(host.page, host.choice, {
        bytes,
        externalData: externalData as readonly { path: string; data: Uint8Array }[],
        options: { ...options },
      })
      opened?.(session)
      return session
    },
  }
}

/** Opens a model in a page. What the load cost is by the page's clock, and by the memory of the browser's processes. */
export async function openInPage(host: RuntimePage, source: ModelSource, options: OpenOptions = {}): Promise<Session> {
  const own = readProviderOptions(options.provider, host.backend, readers[host.backend], backendNames)
  const before = await residentMemory(host.page.browser.pid)
  let milliseconds = 0
  const runtime = pageRuntime(host, ({ loadMilliseconds }) => (milliseconds = loadMilliseconds))
  const session = await plain(openSession(runtime, source, options, own))
  const after = await residentMemory(host.page.browser.pid)
  return new PageSession(session, { milliseconds, residentBytes: before === null || after === null ? 0 : Math.max(0, after - before) })
}

class PageSession implements Session {
  readonly backend: Session['backend']
  readonly inputs: Session['inputs']
  readonly outputs: Session['outputs']
  readonly load: LoadCost
  readonly #session: Session

  constructor(session: Session, load: LoadCost) {
    this.backend = session.backend
    this.inputs = session.inputs
    this.outputs = session.outputs
    this.load = load
    this.#session = session
  }

  async run(feeds: Tensors): Promise<Tensors> {
    let milliseconds = 0
    transportBegins()
    try {
      const outputs = await plain(this.#session.run(feeds))
      milliseconds = inPageMilliseconds(outputs)
      return outputs
    } finally {
      transportEnds(milliseconds)
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve(this.#session[Symbol.asyncDispose]())
  }
}

/** What happened to the browser is no refusal of the model or of its inputs. */
async function plain<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise
  } catch (error) {
    if ((error instanceof RunError || error instanceof ModelLoadError) && error.cause instanceof BrowserFailure) throw error.cause
    throw error
  }
}
