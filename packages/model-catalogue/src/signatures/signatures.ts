import { readFileSync } from 'node:fs'
import type { TypeSignature } from './signature.ts'

let read: Readonly<Record<string, TypeSignature>> | null = null

/** What every type of the catalogue is, by name: recorded from the built graphs, so that nothing has to be built to list them. */
export function typeSignatures(): Readonly<Record<string, TypeSignature>> {
  return (read ??= JSON.parse(readFileSync(new URL('../../data/signatures.json', import.meta.url), 'utf8')) as Record<
    string,
    TypeSignature
  >)
}
