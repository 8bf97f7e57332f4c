import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives the bytes as a file of their own for as long as `use` takes. */
export async function withSavedModel(bytes: Uint8Array, use: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vitest-hardware-saved-'))
  try {
    const path = join(folder, 'model.onnx')
    await writeFile(path, bytes)
    await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
