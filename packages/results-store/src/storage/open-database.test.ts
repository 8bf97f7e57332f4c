import { expect, test } from 'vitest'
import { StoreCorruptError, StoreLockedError, StoreNewerError, StoreUnreadableError, StoreUnwritableError } from '../errors.ts'
import { explain } from './open-database.ts'

// DuckDB 1.5's own words
test.each([
  ['IO Error: The file "/a.duckdb" exists, but it is not a valid DuckDB database file!', StoreCorruptError],
  ['IO Error: Could not read enough bytes from file "/a.duckdb": attempted to read 137216 bytes from location 2234368', StoreCorruptError],
  ['IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2 in block at location 12288', StoreCorruptError],
  ['IO Error: Could not set lock on file "/a.duckdb": Conflicting lock is held in /usr/bin/node (PID 1).', StoreLockedError],
  ['IO Error: Trying to read a database file with version number 99, but we can only read versions between 64 and 67.', StoreNewerError],
  ['IO Error: Cannot open file "/a.duckdb": Read-only file system', StoreUnwritableError],
  ['Out of Memory Error: failed to allocate data of size 16.0 MiB', StoreUnreadableError],
  ['INTERNAL Error: something of which nobody knows', StoreUnreadableError],
])('%s', (message, expected) => {
  const error = explain('/a.duckdb', new Error(message))
  expect(error).toBeInstanceOf(expected)
  expect(error.message).toContain('/a.duckdb')
})
