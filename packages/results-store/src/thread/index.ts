export { openStoreInThread, type StartedStore, startStoreInThread } from './open-store-in-thread.ts'
