import { type SourceFileStructure, StructureKind } from 'ts-morph'
import type { Composition } from './compose.ts'
import { definitionOf, importsFrom } from './imports.ts'
import { literal } from './source-text.ts'
import { request } from './test-file.ts'

/** Sessions side by side: enough to show what a second one adds. */
const concurrency = 2

/** `<type>.hardware.bench.ts` */
export function benchFile(composition: Composition): SourceFileStructure {
  const [head] = composition.module.heads
  const { batches } = composition.family
  const throughput = { concurrency, batch: batches.at(-1), items: composition.taskOf(head).items }
  return {
    kind: StructureKind.SourceFile,
    statements: [
      importsFrom('vitest-hardware/suites', ['measuresInference', 'measuresThroughput']),
      importsFrom('vitest-hardware/test', ['modelTest']),
      ...definitionOf(composition.module),
      `\nconst test = modelTest(${request(composition, head)})`,
      `\nmeasuresInference(test, ${literal({ batches })})`,
      `measuresThroughput(test, ${literal(throughput)})`,
    ],
  }
}
