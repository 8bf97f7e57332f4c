import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import { UsageError } from '@vitest-hardware/contracts'
import { unpackTar } from 'modern-tar'
import { z } from 'zod'
import { resolvePeer } from '../../peer.ts'

const PackageSchema = z.object({ version: z.string() })

/**
 * Unpacks the browser of the user's `@sparticuz/chromium` and answers its path; null where the package is not installed or not for this
 * machine. It goes to `node_modules/.cache` beside the package, in a folder of its version that appears at once and complete. The package's own
 * `executablePath()` writes to one fixed path for all versions, users and processes of the machine, and answers it while it is half written.
 * @throws {UsageError} where the cache cannot be written or the package is damaged
 */
export async function npmChromium(): Promise<string | null> {
  const entry = resolvePeer('@sparticuz/chromium')
  if (entry === null || process.platform !== 'linux' || process.arch !== 'x64') return null
  const root = join(dirname(entry), '..')
  const { version } = PackageSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  const folder = join(cacheBeside(entry), `chromium-${version}`)
  const executable = join(folder, 'chromium')
  if (await exists(executable)) return executable
  const draft = `${folder}.${randomUUID()}`
  try {
    await mkdir(draft, { recursive: true })
    await unpackInto(draft, join(root, 'bin'))
    await rename(draft, folder)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    // another process may have been faster
    if (await exists(executable)) return executable
    throw new UsageError('the browser of @sparticuz/chromium could not be unpacked', {
      input: folder,
      nextStep: 'make the folder writable (200 MB are needed), or install the package again',
      cause,
    })
  }
  return executable
}

/** Folder for what is unpacked from a package of `@sparticuz`: in the `node_modules` that holds it. */
export function cacheBeside(entry: string): string {
  return join(dirname(entry), '..', '..', '..', '.cache', 'vitest-hardware')
}

async function unpackInto(folder: string, packed: string): Promise<void> {
  const executable = join(folder, 'chromium')
  await pipeline(createReadStream(join(packed, 'chromium.br')), createBrotliDecompress(), createWriteStream(executable))
  await chmod(executable, 0o755)
  // the browser looks for its software renderer beside itself
  const archive = await promisify(brotliDecompress)(await readFile(join(packed, 'swiftshader.tar.br')))
  for (const { header, data } of await unpackTar(archive)) {
    if (data !== undefined && data.byteLength > 0) await writeFile(join(folder, basename(header.name)), data)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
