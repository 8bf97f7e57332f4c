let worst = 0

/** Ends the process with at least this code, whatever Vitest sets later: 1 a regression, 2 the environment is wrong. */
export function endWith(code: 1 | 2): void {
  if (worst === 0) process.once('exit', () => void (process.exitCode = Math.max(worst, Number(process.exitCode ?? 0))))
  worst = Math.max(worst, code)
}
