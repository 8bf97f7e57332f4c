import { SingleBar } from 'cli-progress'

/** Shows how far long work is: a bar with the time left on a terminal, a line for each quarter elsewhere. On standard error, so that output stays clean. */
export interface Progress {
  update(done: number, total: number): void
  stop(): void
}

export function showProgress(what: string): Progress {
  if (!process.stderr.isTTY) return plainProgress(what)
  const bar = new SingleBar({ format: `${what} {bar} {value}/{total} · {eta_formatted} left`, hideCursor: true, clearOnComplete: true })
  let isStarted = false
  return {
    update(done, total) {
      if (!isStarted) bar.start(total, 0)
      isStarted = true
      bar.update(done)
    },
    stop: () => bar.stop(),
  }
}

function plainProgress(what: string): Progress {
  let quarter = 0
  return {
    update(done, total) {
      const reached = Math.floor((done / total) * 4)
      // short work needs no lines
      if (reached > quarter && total >= 100) process.stderr.write(`${what}: ${done} of ${total}\n`)
      quarter = reached
    },
    stop() {},
  }
}
