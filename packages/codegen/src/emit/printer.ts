import { format } from 'oxfmt'
import { IndentationText, Project, QuoteKind, type SourceFileStructure } from 'ts-morph'

/** Prints structures; one for many files, since a ts-morph project is slow to make. */
export interface Printer {
  print(path: string, banner: string, structure: SourceFileStructure): Promise<string>
}

/** How generated files are laid out, whatever the format of the suite that they are put into. */
const layout = { semi: false, singleQuote: true, printWidth: 140 } as const

export function createPrinter(): Printer {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single, useTrailingCommas: true },
  })
  return {
    async print(path, banner, structure) {
      const file = project.createSourceFile(path, structure, { overwrite: true })
      const text = file.getFullText()
      project.removeSourceFile(file)
      const { code, errors } = await format(path, `${banner}\n${text}`, layout)
      const [error] = errors
      if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`)
      return code
    },
  }
}
