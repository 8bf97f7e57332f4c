import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FamilyTemplate, HardwareTemplate, TaskTemplate, Template, Templates } from './template.ts'

/** The templates of this package: every file of their three folders. */
export async function builtInTemplates(): Promise<Templates> {
  const [hardware, tasks, families] = await Promise.all([folder('hardware'), folder('tasks'), folder('families')])
  return {
    hardware: byName(hardware as readonly HardwareTemplate[]),
    tasks: byName(tasks as readonly TaskTemplate[]),
    families: byName(families as readonly FamilyTemplate[]),
  }
}

async function folder(name: string): Promise<readonly Template[]> {
  const path = new URL(`${name}/`, import.meta.url)
  const files = readdirSync(fileURLToPath(path))
    .filter((file) => /^[\w-]+\.(js|ts)$/.test(file))
    .sort()
  return Promise.all(files.map(async (file) => ((await import(new URL(file, path).href)) as { readonly template: Template }).template))
}

function byName<Kind extends Template>(templates: readonly Kind[]): ReadonlyMap<string, Kind> {
  return new Map(templates.map((template) => [template.name, template]))
}
