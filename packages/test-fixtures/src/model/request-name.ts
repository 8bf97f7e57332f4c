import { basename } from 'node:path'
import type { ModelRequest } from '@vitest-hardware/model-catalogue'

/** Name for people of a model that has not been found yet. */
export function nameOf(request: ModelRequest): string {
  if ('model' in request) return request.model
  if ('hub' in request) return request.hub
  return basename(request.file)
}
