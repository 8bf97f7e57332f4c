/** Signals by which people and CI systems end a run. */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Longest wait for the last rows and the page before the signal takes its course. */
const patienceMs = 10_000

/**
 * Lets `finish` save what is there before a signal ends the process. A second signal does not wait.
 *
 * Vitest ends the process one millisecond after a signal, and a database needs longer than that. So the listeners that are there
 * already are held back until `finish` is done; then they get the signal.
 * @returns stops listening
 */
export function finishOnSignal(finish: () => Promise<void>): () => void {
  const held = endingSignals.map((signal) => ({ signal, listeners: process.rawListeners(signal) as NodeJS.SignalsListener[] }))
  const onSignal = (signal: NodeJS.Signals): void => {
    stop()
    const end = (): void => void process.kill(process.pid, signal)
    const timer = setTimeout(end, patienceMs)
    // what goes wrong on saving has been said by then
    void finish()
      .catch(() => {})
      .finally(() => {
        clearTimeout(timer)
        end()
      })
  }
  let isListening = true
  const stop = (): void => {
    if (!isListening) return
    isListening = false
    for (const { signal, listeners } of held) {
      process.off(signal, onSignal)
      for (const listener of listeners) process.on(signal, listener)
    }
  }
  for (const { signal, listeners } of held) {
    process.on(signal, onSignal)
    for (const listener of listeners) process.off(signal, listener)
  }
  return stop
}
