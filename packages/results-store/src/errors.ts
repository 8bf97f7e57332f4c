import { UsageError } from '@vitest-hardware/contracts/base'

/** Another process writes the file. */
export class StoreLockedError extends UsageError {
  override readonly name = 'StoreLockedError'
  /** Process that holds the lock, as far as DuckDB says; null where it does not. */
  readonly pid: number | null

  constructor(path: string, holder: { pid: number | null; command: string | null }, cause: unknown) {
    const who = holder.pid === null ? 'another process' : `process ${holder.pid}${holder.command === null ? '' : ` (${holder.command})`}`
    super(`the results database is being written by ${who}`, {
      input: path,
      nextStep: 'wait until that run ends or stop it, or give this run another folder: hardware({ folder })',
      cause,
    })
    this.pid = holder.pid
  }
}

/** A newer version of this package, or of DuckDB, wrote the file. */
export class StoreNewerError extends UsageError {
  override readonly name = 'StoreNewerError'

  constructor(path: string, found: number | string, known: number | string) {
    super(`the results database has schema ${found}, and this version of vitest-hardware knows ${known}`, {
      input: path,
      nextStep: 'upgrade vitest-hardware, or give this run another folder: hardware({ folder })',
    })
  }
}

/** The place of the file cannot be written. */
export class StoreUnwritableError extends UsageError {
  override readonly name = 'StoreUnwritableError'

  constructor(path: string, reason: string, cause: unknown) {
    super(`the results database cannot be written: ${reason}`, {
      input: path,
      nextStep: 'make the folder writable, or choose another: hardware({ folder })',
      cause,
    })
  }
}

/** The disk refused a flush. What was flushed before is safe. */
export class StoreWriteError extends UsageError {
  override readonly name = 'StoreWriteError'
  /** Where the rows that did not fit were saved; null while they are still queued. */
  readonly savedTo: string | null

  constructor(path: string, options: { rows: number; reason: string; savedTo: string | null; cause: unknown }) {
    super(`${options.rows} rows of results could not be written: ${options.reason}`, {
      input: path,
      nextStep:
        options.savedTo === null
          ? 'free some space on this disk; the rows are kept and tried again'
          : `free some space on this disk, then run: npx vitest-hardware db merge ${JSON.stringify(path)} ${JSON.stringify(options.savedTo)}`,
      cause: options.cause,
    })
    this.savedTo = options.savedTo
  }
}

/** The file is no database that can be read. */
export class StoreCorruptError extends UsageError {
  override readonly name = 'StoreCorruptError'

  constructor(path: string, reason: string, cause: unknown) {
    super(`not a readable results database: ${reason}`, {
      input: path,
      nextStep: 'restore it from a backup, or move it aside: the next run begins a new one',
      cause,
    })
  }
}

/** The file could not be opened for a reason that does not lie in it, such as too little memory. It is left as it is. */
export class StoreUnreadableError extends UsageError {
  override readonly name = 'StoreUnreadableError'

  constructor(path: string, reason: string, cause: unknown) {
    super(`the results database could not be opened: ${reason}`, {
      input: path,
      nextStep: 'try again; the file is unchanged. "npx vitest-hardware db check" reads it to its end',
      cause,
    })
  }
}
