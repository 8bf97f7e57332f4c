import type { ChatEvent } from '../provider.ts'
import type { StreamSource } from '../sdk-errors.ts'

/** Understands the pieces of one streamed answer. */
export interface PieceReader<Piece> {
  /** Adds what a piece says to `events`. */
  take(piece: Piece, events: ChatEvent[]): void
  /**
   * The whole answer, when no more pieces come.
   * @throws {SyntaxError} where the vendor did not say that it is whole: the clients take a stream that was cut for a complete one
   */
  end(): ChatEvent
}

/**
 * Pieces as they come, then the whole.
 * @throws {ApiError} by `next()`
 */
export function readEvents<Piece>(source: StreamSource<Piece>, reader: PieceReader<Piece>): AsyncIterableIterator<ChatEvent> {
  const events: ChatEvent[] = []
  let pieces: AsyncIterator<Piece> | null = null
  let isOver = false
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      try {
        for (;;) {
          const event = events.shift()
          if (event !== undefined) return { done: false, value: event }
          if (isOver) return { done: true, value: undefined }
          pieces ??= (await source.open())[Symbol.asyncIterator]()
          const result = await pieces.next()
          if (result.done === true) {
            isOver = true
            events.push(reader.end())
          } else reader.take(result.value, events)
        }
      } catch (error) {
        isOver = true
        throw source.failure(error)
      }
    },
    async return() {
      isOver = true
      events.length = 0
      await pieces?.return?.()
      return { done: true, value: undefined }
    },
  }
}
