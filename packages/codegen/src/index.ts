export { TemplateError } from './emit/compose.ts'
export { generate, type Generated, type GenerateOptions, HandEditedError } from './generate.ts'
export type { HubFolderModule } from './hub-folder.ts'
export type { Head, ModuleFacts } from './module-facts.ts'
export { type Names, namesOf, taskIdentifier, TypeNameError } from './names.ts'
export { chooseModules, type Selection } from './plan.ts'
export type { FamilyTemplate, HardwareTemplate, TaskTemplate, Template, Templates } from './templates/template.ts'
export {
  catalogueCoverage,
  type Coverage,
  type CoverageInput,
  coverageOf,
  type Gap,
  type InventoryRow,
  type MatrixCell,
  type MatrixRow,
  type MethodCoverage,
  type TierCoverage,
} from './coverage/coverage.ts'
export { coverageMarkdown, coverageText } from './coverage/coverage-text.ts'
