/**
 * Runs in the browser's page, served from `dist`: takes requests over a WebSocket and answers them one after the other, as the
 * runtime's one WebAssembly instance could not work on two at once.
 */
import { decodeFrame, encodeFrame } from '../wire/frame.ts'
import type { PageMessage, PageRequest, RuntimeChoice } from '../wire/messages.ts'
import { packTensors, unpackTensors, type WireTensor } from '../wire/tensors.ts'
import { readCapabilities } from './capabilities.ts'
import {
  createSession,
  currentDevice,
  loadRuntime,
  type PageGpuDevice,
  type PageTensor,
  type WebRuntime,
  type WebSession,
} from './runtime.ts'

interface Answer {
  readonly value: unknown
  readonly parts?: readonly Uint8Array[]
}

/** @param address of the WebSocket that leads to the test's process */
export function connect(address: string): Promise<void> {
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  const send = (message: PageMessage, parts: readonly Uint8Array[] = []): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(encodeFrame(message, parts))
  }
  const host = new PageHost((reason, message) => send({ kind: 'device-lost', reason, message }))
  let last: Promise<void> = Promise.resolve()
  socket.addEventListener('message', ({ data }: { data: unknown }) => {
    const { message, buffers } = decodeFrame(data as ArrayBuffer)
    const { id, request } = message as { id: number; request: PageRequest }
    last = answerAfter(last, id, request, buffers)
  })
  const answerAfter = async (before: Promise<void>, id: number, request: PageRequest, parts: readonly Uint8Array[]): Promise<void> => {
    await before
    try {
      const answer = await host.answer(request, parts)
      send({ kind: 'answer', id, value: answer.value }, answer.parts)
    } catch (error) {
      send({ kind: 'failure', id, message: textOf(error), fatal: isFatal(error) })
    }
  }
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)))
  })
}

class PageHost {
  readonly #lost: (reason: string, message: string) => void
  readonly #sessions = new Map<number, WebSession>()
  readonly #runtimes = new Map<string, WebRuntime>()
  /** Open sessions of each WebGPU device: the runtime destroys a device with its last session, and makes another for the next. */
  readonly #devices = new Map<PageGpuDevice, Set<number>>()
  #next = 1

  constructor(lost: (reason: string, message: string) => void) {
    this.#lost = lost
  }

  async answer(request: PageRequest, parts: readonly Uint8Array[]): Promise<Answer> {
    switch (request.kind) {
      case 'start':
        return { value: { version: versionOf(await this.#load(request.runtime)) } }
      case 'open':
        return { value: await this.#open(request) }
      case 'run':
        return this.#run(request.session, request.feeds, parts)
      case 'release': {
        const session = this.#sessions.get(request.session)
        this.#sessions.delete(request.session)
        for (const users of this.#devices.values()) users.delete(request.session)
        await session?.release()
        return { value: null }
      }
      case 'capabilities':
        return { value: await readCapabilities() }
      default:
        throw new Error(`unknown request ${JSON.stringify(request satisfies never)}`)
    }
  }

  async #load(choice: RuntimeChoice): Promise<WebRuntime> {
    const runtime = this.#runtimes.get(choice.module) ?? (await loadRuntime(choice))
    this.#runtimes.set(choice.module, runtime)
    return runtime
  }

  async #open({ runtime: choice, model, externalData, options }: Extract<PageRequest, { kind: 'open' }>) {
    const runtime = await this.#load(choice)
    const start = performance.now()
    const bytes = await read(model)
    const files = await Promise.all(externalData.map(async ({ path, address }) => ({ path, data: await read(address) })))
    const session = await createSession(runtime, bytes, files, options)
    const milliseconds = performance.now() - start
    const id = this.#next++
    this.#sessions.set(id, session)
    if (choice.provider === 'webgpu') this.#watch(id, await currentDevice(runtime))
    return { session: id, milliseconds, inputs: session.inputMetadata, outputs: session.outputMetadata }
  }

  #watch(session: number, device: PageGpuDevice | undefined): void {
    if (device === undefined) return
    const users = this.#devices.get(device)
    if (users !== undefined) return void users.add(session)
    this.#devices.set(device, new Set([session]))
    void this.#waitForLoss(device)
  }

  async #waitForLoss(device: PageGpuDevice): Promise<void> {
    const { reason, message } = await device.lost
    const left = this.#devices.get(device)
    this.#devices.delete(device)
    if (left !== undefined && left.size > 0) this.#lost(reason, message)
  }

  async #run(id: number, described: readonly WireTensor[], parts: readonly Uint8Array[]): Promise<Answer> {
    const session = this.#sessions.get(id)
    if (session === undefined) throw new Error('the session is not open in this page')
    const feeds: Record<string, PageTensor> = {}
    for (const [name, tensor] of Object.entries(unpackTensors(described, parts, false))) feeds[name] = { ...tensor, location: 'cpu' }
    const start = performance.now()
    const outputs = await session.run(feeds)
    const milliseconds = performance.now() - start
    const packed = packTensors(Object.entries(outputs))
    return { value: { milliseconds, outputs: packed.described }, parts: packed.parts }
  }
}

function versionOf({ env: { versions } }: WebRuntime): string {
  return versions.web ?? versions.common
}

async function read(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

function textOf(error: unknown): string {
  if (error instanceof Error) return error.message === '' ? error.name : error.message
  // the runtime throws bare numbers: pointers to C++ exceptions
  return String(error)
}

/** WebAssembly that trapped or called `abort` leaves its memory in the middle of something. */
function isFatal(error: unknown): boolean {
  return error instanceof Error && (error.name === 'RuntimeError' || /\bAborted\(|out of memory/i.test(error.message))
}
