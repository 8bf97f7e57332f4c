export { type StartedStore, startStoreInThread } from './start-store-in-thread.ts'
