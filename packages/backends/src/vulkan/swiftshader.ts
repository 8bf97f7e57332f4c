import { randomUUID } from 'node:crypto'
import { access, chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { UsageError } from '@vitest-hardware/contracts'
import { unpackTar } from 'modern-tar'
import { z } from 'zod'
import { resolvePeer } from '../peer.ts'

const swiftshaderLibrary = 'libvk_swiftshader.so'
/** Name under which programs look for the Vulkan loader; SwiftShader's library answers the same calls. */
export const vulkanLibrary = 'libvulkan.so.1'
const PackageSchema = z.object({ version: z.string() })

/** SwiftShader, as it comes inside the npm package that carries a browser. */
export interface SwiftshaderPackage {
  readonly archive: string
  readonly version: string
}

/** Finds SwiftShader in the user's `@sparticuz/chromium`; null where it is not installed or not for this processor. */
export async function findSwiftshader(): Promise<SwiftshaderPackage | null> {
  const entry = resolvePeer('@sparticuz/chromium')
  if (entry === null || process.platform !== 'linux' || process.arch !== 'x64') return null
  const root = join(dirname(entry), '..')
  const archive = join(root, 'bin', 'swiftshader.tar.br')
  if (!(await exists(archive))) return null
  const { version } = PackageSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  return { archive, version }
}

/**
 * Makes a folder that, on `LD_LIBRARY_PATH`, gives a process SwiftShader as its Vulkan. The folder appears at once and complete
 * (it is renamed into place), so several processes may ask for it at the same time.
 * @returns the folder: `<cacheFolder>/swiftshader-<version>`
 * @throws {UsageError} where the cache folder cannot be written or the archive is damaged
 */
export async function unpackSwiftshader(found: SwiftshaderPackage, cacheFolder: string): Promise<string> {
  // The process that gets it may run in another folder.
  const folder = resolve(cacheFolder, `swiftshader-${found.version}`)
  if (folder.includes(':')) {
    throw new UsageError('the dynamic linker splits folders at colons', {
      input: folder,
      nextStep: 'use a cache folder without a colon in its path',
    })
  }
  if (await exists(join(folder, vulkanLibrary))) return folder
  const draft = `${folder}.${randomUUID()}`
  try {
    await mkdir(draft, { recursive: true })
    await writeFile(join(draft, swiftshaderLibrary), await readLibrary(found.archive))
    await chmod(join(draft, swiftshaderLibrary), 0o755)
    await symlink(swiftshaderLibrary, join(draft, vulkanLibrary))
    await rename(draft, folder)
  } catch (cause) {
    // What failed first is the reason to report, not that its remains cannot be removed either.
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    // Another process was first.
    if (await exists(join(folder, vulkanLibrary))) return folder
    throw new UsageError(`SwiftShader cannot be unpacked: ${(cause as Error).message}`, {
      input: folder,
      nextStep: 'make the cache folder writable with 10 MB free, or install @sparticuz/chromium again',
      cause,
    })
  }
  return folder
}

async function readLibrary(archive: string): Promise<Uint8Array> {
  const tar = await promisify(brotliDecompress)(await readFile(archive))
  const entries = await unpackTar(tar, { filter: (header) => header.name.endsWith(swiftshaderLibrary) })
  const data = entries[0]?.data
  if (data === undefined) throw new Error(`${archive} holds no ${swiftshaderLibrary}`)
  return data
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
