/** Signals by which people and CI systems end a run. */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Longest wait for the last rows before the signal takes its course. */
const patienceMs = 5000

/**
 * Lets `finish` save what is there before a signal ends the process. A second signal does not wait.
 * @returns stops listening
 */
export function finishOnSignal(finish: () => Promise<void>): () => void {
  const stop = (): void => {
    for (const signal of endingSignals) process.removeListener(signal, onSignal)
  }
  const onSignal = (signal: NodeJS.Signals): void => {
    stop()
    const end = (): void => void process.kill(process.pid, signal)
    setTimeout(end, patienceMs).unref()
    void finish().finally(end)
  }
  for (const signal of endingSignals) process.on(signal, onSignal)
  return stop
}
