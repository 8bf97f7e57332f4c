export { StoreCorruptError, StoreLockedError, StoreNewerError, StoreUnwritableError, StoreWriteError } from './errors.ts'
export { schemaVersion } from './migrations/migrate.ts'
export { openStore } from './open-store.ts'
export type { OpenStoreOptions, ResultsStore, Rows, StoredReport } from './results-store.ts'
