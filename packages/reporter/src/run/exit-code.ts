/** What this process must end with, whatever Vitest sets while it ends; 0 leaves it to Vitest. */
let forced: 0 | 1 | 2 = 0

function onExit(): void {
  process.exitCode = Math.max(forced, Number(process.exitCode ?? 0))
}

/** Ends the process with at least 1 (a regression) or 2 (the environment is wrong). */
export function endWith(code: 1 | 2): void {
  if (forced === 0) process.once('exit', onExit)
  forced = code > forced ? code : forced
}

/** Takes {@link endWith} back: a later run of a watching Vitest speaks for itself. */
export function forgetExitCode(): void {
  process.off('exit', onExit)
  forced = 0
}
