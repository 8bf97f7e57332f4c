import { type PageServer, startPageServer } from './server/page-server.ts'

let server: Promise<PageServer> | undefined

/** The process's one server for pages, started at the first call. */
export function sharedServer(): Promise<PageServer> {
  return (server ??= startPageServer())
}

/** The next call starts another. */
export async function closeSharedServer(): Promise<void> {
  const closing = server
  server = undefined
  await (await closing)?.[Symbol.asyncDispose]()
}
