import { join } from 'node:path'

/** Where runs leave their results, below the folder that a command is run in. */
export const defaultDatabase: string = join('.vitest-hardware', 'results.duckdb')
