/** Something that one attempt of a test sent, with the number of retries before it. */
export interface Sent<Value> {
  readonly retry: number
  readonly value: Value
}

/** What the last attempt sent: numbers of an attempt that failed and was tried again say nothing about the test. */
export function ofLastAttempt<Value>(sent: readonly Sent<Value>[], retries: number): Value[] {
  return sent.filter(({ retry }) => retry >= retries).map(({ value }) => value)
}
