import { z } from 'zod'
import { decodeFrame, encodeFrame } from '../wire/frame.ts'
import { type PageMessage, PageMessageSchema, type PageRequest } from '../wire/messages.ts'

/** As much of a WebSocket of `ws` as a link uses, so that no types of that package are in this one's. */
export interface PageSocket {
  binaryType: string
  on(event: 'message', listener: (data: ArrayBuffer) => void): unknown
  on(event: 'close' | 'error', listener: () => void): unknown
  send(data: Uint8Array): void
  terminate(): void
}

/** An answer of a page, with its binary parts. */
export interface PageAnswer<Value> {
  readonly value: Value
  readonly parts: readonly Uint8Array[]
}

/** The page answered that it could not. */
export class PageRefusal extends Error {
  /** The runtime in the page can no longer be used. */
  readonly fatal: boolean

  constructor(message: string, fatal: boolean) {
    super(message)
    this.fatal = fatal
  }
}

/** A request waits for its answer; what happens to the page ends all waiting. */
export interface PageLink {
  ask<Value>(request: PageRequest, answer: z.ZodType<Value>, parts?: readonly Uint8Array[]): Promise<PageAnswer<Value>>
  /** Every request that waits, and every later one, fails with this. */
  fail(reason: Error): void
  readonly failure: Error | null
  close(): void
}

interface Waiting {
  resolve(answer: PageAnswer<unknown>): void
  reject(reason: Error): void
}

/**
 * @param onLost called when the page says that its device is lost
 * @param onClosed called when the connection ends, whoever ended it
 */
export function pageLink(
  socket: PageSocket,
  { onLost, onClosed }: { onLost: (reason: string, message: string) => void; onClosed: () => void },
): PageLink {
  const waiting = new Map<number, Waiting>()
  let next = 1
  let failure: Error | null = null

  const fail = (reason: Error): void => {
    failure ??= reason
    const all = [...waiting.values()]
    waiting.clear()
    for (const one of all) one.reject(failure)
  }
  socket.binaryType = 'arraybuffer'
  socket.on('message', (data) => {
    const { message, buffers } = decodeFrame(data)
    take(PageMessageSchema.parse(message), buffers)
  })
  socket.on('close', onClosed)
  // the end follows as `close`
  socket.on('error', () => undefined)

  function take(message: PageMessage, parts: readonly Uint8Array[]): void {
    if (message.kind === 'device-lost') return onLost(message.reason, message.message)
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') one?.resolve({ value: message.value, parts })
    else one?.reject(new PageRefusal(message.message, message.fatal))
  }

  return {
    async ask(request, answer, parts = []) {
      if (failure !== null) throw failure
      const id = next
      next += 1
      const answered = new Promise<PageAnswer<unknown>>((resolve, reject) => waiting.set(id, { resolve, reject }))
      socket.send(encodeFrame({ id, request }, parts))
      const taken = await answered
      return { value: answer.parse(taken.value), parts: taken.parts }
    },
    fail,
    get failure() {
      return failure
    },
    close: () => socket.terminate(),
  }
}
