export {
  StoreCorruptError,
  StoreLockedError,
  StoreNewerError,
  StoreUnreadableError,
  StoreUnwritableError,
  StoreWriteError,
} from './errors.ts'
export { schemaVersion } from './migrations/migrate.ts'
export { openStore } from './open-store.ts'
export type { OpenStoreOptions, ResultsStore, Rows, StoredReport } from './results-store.ts'
export { checkStore, type StoreCheck } from './tools/check-store.ts'
export { type ExportFormat, exportFormats, exportTables } from './tools/export-tables.ts'
export { type MergeResult, mergeStores } from './tools/merge-stores.ts'
export { migrateStore } from './tools/migrate-store.ts'
export { queryReadOnly } from './tools/read-only.ts'
export { storedReport } from './tools/stored-report.ts'
