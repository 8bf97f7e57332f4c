import { readdir } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { resolvePeer } from '../../peer.ts'

/** A folder of which a server shows some files, each by its name alone. */
export interface ServedFolder {
  readonly folder: string
  readonly names: ReadonlySet<string>
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html; charset=utf-8',
}

export function mediaType(name: string): string {
  return mediaTypes[extname(name)] ?? 'application/octet-stream'
}

/** onnxruntime-web's own modules and WebAssembly files in the user's project; null where it is not installed. */
export async function runtimeFolder(): Promise<ServedFolder | null> {
  const entry = resolvePeer('onnxruntime-web')
  return entry === null ? null : listed(dirname(entry), /^ort[\w.-]*\.(mjs|wasm)$/)
}

/** The code that runs in pages: two folders beside each other in this package's `dist`. */
export async function codeFolders(): Promise<ReadonlyMap<string, ServedFolder>> {
  const names = ['page', 'wire']
  const folders = await Promise.all(names.map((name) => listed(join(import.meta.dirname, '..', name), /^[\w-]+\.js$/)))
  return new Map(names.map((name, index) => [name, folders[index]!]))
}

async function listed(folder: string, pattern: RegExp): Promise<ServedFolder> {
  return { folder, names: new Set((await readdir(folder)).filter((name) => pattern.test(name))) }
}
