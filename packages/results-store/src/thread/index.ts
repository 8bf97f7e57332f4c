export { openStoreInThread } from './open-store-in-thread.ts'
