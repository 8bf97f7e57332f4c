import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { outputOf } from './command.ts'

/**
 * Path of a shared library that the dynamic linker of Linux would find: `LD_LIBRARY_PATH` first, then its cache.
 * @param name with its version, e.g. `libcuda.so.1`
 */
export async function findSharedLibrary(name: string): Promise<string | null> {
  const folders = (process.env.LD_LIBRARY_PATH ?? '').split(':').filter((folder) => folder !== '')
  for (const folder of [...folders, '/usr/lib/wsl/lib']) if (await exists(join(folder, name))) return join(folder, name)
  return findInLinkerCache(name)
}

/** As {@link findSharedLibrary}, but without `LD_LIBRARY_PATH`: what the system itself has. */
export async function findInLinkerCache(name: string): Promise<string | null> {
  const cache = (await outputOf('ldconfig', ['-p'])) ?? (await outputOf('/sbin/ldconfig', ['-p']))
  if (cache !== null) return parseLinkerCache(cache, name)
  // musl has no cache: its folders are fixed.
  for (const folder of ['/lib', '/usr/lib', '/usr/local/lib']) if (await exists(join(folder, name))) return join(folder, name)
  return null
}

/** Finds a library in what `ldconfig -p` prints: `\tlibvulkan.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libvulkan.so.1`. */
export function parseLinkerCache(cache: string, name: string): string | null {
  for (const line of cache.split('\n')) {
    const [left, path] = line.split(' => ')
    if (path !== undefined && left!.trim().split(' ')[0] === name) return path.trim()
  }
  return null
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
