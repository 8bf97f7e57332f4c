import { join } from 'node:path'
import type { ModuleFacts } from '../module-facts.ts'
import type { Templates } from '../templates/template.ts'
import { benchFile } from './bench-file.ts'
import { compose } from './compose.ts'
import type { Printer } from './printer.ts'
import { skillsetFile } from './skillset-file.ts'
import { testFile } from './test-file.ts'

/** The files of one type, text by path relative to the output folder, with `/`. */
export async function filesOf(
  module: ModuleFacts,
  {
    templates,
    backends,
    banner,
    printer,
  }: { readonly templates: Templates; readonly backends: readonly string[]; readonly banner: string; readonly printer: Printer },
): Promise<ReadonlyMap<string, string>> {
  const composition = compose(module, templates, backends)
  const { file } = module.names
  const structures = [
    [`${file}.hardware.test.ts`, testFile(composition)],
    [`${file}.hardware.bench.ts`, benchFile(composition)],
    [`${file}.skillset.ts`, skillsetFile(composition)],
  ] as const
  const printed = structures.map(async ([name, structure]): Promise<[string, string]> => {
    const path = join(file, name).replaceAll('\\', '/')
    return [path, await printer.print(path, banner, structure)]
  })
  return new Map(await Promise.all(printed))
}
