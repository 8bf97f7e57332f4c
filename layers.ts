/**
 * The house: which packages each package may import. A package imports from lower layers;
 * `contracts` and `onnx-graph` are the floor that others of their layer stand on.
 */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  statistics: ['contracts'],
  'onnx-graph': ['contracts'],
  'model-catalogue': ['contracts', 'onnx-graph'],
  'results-store': ['contracts', 'statistics'],
  backends: ['contracts', 'onnx-graph', 'model-catalogue', 'results-store'],
  skillset: ['contracts', 'onnx-graph', 'model-catalogue', 'backends'],
  'test-fixtures': ['contracts', 'statistics', 'onnx-graph', 'model-catalogue', 'results-store', 'backends', 'skillset'],
  'report-ui': ['contracts', 'statistics'],
  reporter: ['contracts', 'statistics', 'onnx-graph', 'model-catalogue', 'results-store', 'backends', 'skillset', 'test-fixtures'],
  codegen: ['contracts', 'onnx-graph', 'model-catalogue'],
  'vitest-hardware': [
    'contracts',
    'statistics',
    'onnx-graph',
    'model-catalogue',
    'results-store',
    'backends',
    'skillset',
    'test-fixtures',
    'reporter',
    'codegen',
  ],
}

/** npm name of a package's folder. */
export function npmName(folder: string): string {
  return folder === 'vitest-hardware' ? folder : `@vitest-hardware/${folder}`
}

/** Names, and paths below them, that a package must not import. */
export function forbiddenImports(folder: string): string[] {
  const allowed = new Set([folder, ...(allowedImports[folder] ?? [])])
  return Object.keys(allowedImports).flatMap((other) => (allowed.has(other) ? [] : [npmName(other), `${npmName(other)}/*`]))
}
