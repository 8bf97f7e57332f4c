/** Thrown by {@link withTimeout}. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
}

/** @throws {TimeoutError} where the promise is not settled within so many milliseconds; it goes on, but nobody waits */
export async function withTimeout<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`no answer within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
