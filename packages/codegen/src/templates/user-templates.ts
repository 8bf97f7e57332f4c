import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '@vitest-hardware/contracts/base'
import { TemplateError } from '../emit/compose.ts'
import { builtInTemplates } from './built-in.ts'
import type { Template, Templates } from './template.ts'

const folders = { hardware: 'hardware', tasks: 'task', families: 'family' } as const
type Folder = keyof typeof folders

/**
 * The built-in templates, with those of a folder in their places: `hardware/`, `tasks/` and `families/` hold modules that export `template`.
 * @throws {UsageError} the folder cannot be read, or holds something else
 */
export async function loadTemplates(folder: string | undefined): Promise<Templates> {
  const own = await builtInTemplates()
  if (folder === undefined) return own
  const found = await readFolder(resolve(folder))
  if (found.length === 0) {
    throw new UsageError('there are no templates in this folder', {
      input: folder,
      nextStep: 'put modules that export "template" into its folders hardware, tasks or families',
    })
  }
  const replaced = <Kind extends Template>(templates: ReadonlyMap<string, Kind>, kind: Kind['kind']): ReadonlyMap<string, Kind> =>
    new Map([
      ...templates,
      ...found
        .filter((template) => template.kind === kind)
        .map((template): [string, Kind] => [template.name, merge(templates, template as Kind)]),
    ])
  return {
    hardware: replaced(own.hardware, 'hardware'),
    tasks: replaced(own.tasks, 'task'),
    families: replaced(own.families, 'family'),
  }
}

/** What a user's template leaves out stays as it was. */
function merge<Kind extends Template>(templates: ReadonlyMap<string, Kind>, template: Kind): Kind {
  return { ...templates.get(template.name), ...template }
}

async function readFolder(folder: string): Promise<readonly Template[]> {
  const found: Template[] = []
  for (const name of Object.keys(folders) as Folder[]) {
    for (const file of modulesIn(join(folder, name))) {
      const loaded = await load(join(folder, name, file))
      if (loaded?.kind !== folders[name] || typeof loaded.name !== 'string') {
        throw new TemplateError(`the module exports no ${folders[name]} template`, {
          input: join(folder, name, file),
          nextStep: `export const template = { kind: '${folders[name]}', name: … }`,
        })
      }
      found.push(loaded)
    }
  }
  return found
}

function modulesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.(m?js|ts)$/.test(file))
      .sort()
  } catch {
    return []
  }
}

async function load(path: string): Promise<Template | undefined> {
  try {
    return ((await import(pathToFileURL(path).href)) as { readonly template?: Template }).template
  } catch (cause) {
    throw new TemplateError(`a template cannot be loaded: ${String(cause)}`, {
      input: path,
      nextStep: 'mend the template; nothing was written',
      cause,
    })
  }
}
