/** Vitest sets its own exit code while it ends, so ours is set when nothing can come after it. */
export interface ExitCode {
  /** Ends the process with 2, whatever else happens. */
  force(): void
  /** Takes {@link force} back: a later run of a watching Vitest went well. */
  release(): void
}

export function exitCode(target: NodeJS.Process = process): ExitCode {
  let isForced = false
  const onExit = (): void => {
    if (isForced) target.exitCode = 2
  }
  return {
    force() {
      if (!isForced) target.on('exit', onExit)
      isForced = true
      target.exitCode = 2
    },
    release() {
      if (!isForced) return
      isForced = false
      target.off('exit', onExit)
      target.exitCode = 0
    },
  }
}
