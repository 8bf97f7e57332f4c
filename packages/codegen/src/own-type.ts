import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '@vitest-hardware/contracts/base'
import { describeType, findModelType, ownModelType } from '@vitest-hardware/model-catalogue'
import { type ModuleFacts, moduleFacts } from './module-facts.ts'
import { namesOf } from './names.ts'

/** A module that no model type can be taken from. */
export class TypeModuleError extends UsageError {
  override readonly name = 'TypeModuleError'
}

/**
 * A user's own model type, from the module whose default export is what `defineModelType` gave.
 * @param path of a .ts, .js or .mjs file; Node strips the types
 * @param out folder that gets the type's folder
 * @throws {TypeModuleError} no such file, it throws, or its default export is no defined type
 */
export async function ownTypeModule(path: string, out: string): Promise<ModuleFacts> {
  const file = resolve(path)
  if (!existsSync(file)) throw new TypeModuleError('there is no such module', { input: path, nextStep: 'check the path' })
  const type = typeNamed(await load(file, path))
  const own = type === null ? undefined : ownModelType(type)
  if (own === undefined) {
    throw new TypeModuleError('the default export is no model type', {
      input: path,
      nextStep: 'export default defineModelType({ … }) from vitest-hardware/model-type',
    })
  }
  const signature = await describeType(own, null)
  const names = namesOf([own.type]).get(own.type)!
  const definedIn = relative(join(resolve(out), names.file), file).replaceAll('\\', '/')
  return { ...moduleFacts(names, findModelType(own.type), signature), definedIn: definedIn.startsWith('.') ? definedIn : `./${definedIn}` }
}

async function load(file: string, path: string): Promise<unknown> {
  try {
    return (await import(pathToFileURL(file).href)) as unknown
  } catch (cause) {
    if (cause instanceof UsageError)
      throw new TypeModuleError(cause.message.split('\n')[0]!, { input: path, nextStep: cause.nextStep, cause })
    throw new TypeModuleError(`the module cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`, {
      input: path,
      nextStep: 'mend what it says, and try again',
      cause,
    })
  }
}

function typeNamed(module: unknown): string | null {
  const defined = typeof module === 'object' && module !== null && 'default' in module ? module.default : null
  return typeof defined === 'object' && defined !== null && 'type' in defined && typeof defined.type === 'string' ? defined.type : null
}
