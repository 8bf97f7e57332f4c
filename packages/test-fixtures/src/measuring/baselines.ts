import { readFileSync } from 'node:fs'
import { type Baseline, BaselineFileSchema, type SeriesKey, UsageError } from '@vitest-hardware/contracts'

/** A series by what identifies it. */
export type BaselineKey = SeriesKey & Pick<Baseline, 'testId' | 'hardwareProfileId'>

const loaded = new Map<string, ReadonlyMap<string, Baseline>>()

/**
 * The earlier runs of a series; undefined where there are none. The file is read once per worker.
 * @throws {UsageError} a file that is there and is no baseline file
 */
export function findBaseline(file: string, key: BaselineKey): Baseline | undefined {
  let baselines = loaded.get(file)
  if (baselines === undefined) loaded.set(file, (baselines = readBaselines(file)))
  return baselines.get(textOf(key))
}

/** @throws {UsageError} a file that is there and is no baseline file */
export function readBaselines(file: string): ReadonlyMap<string, Baseline> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
  const parsed = BaselineFileSchema.safeParse(parseJson(text))
  if (parsed.success) return new Map(parsed.data.baselines.map((baseline) => [textOf(baseline), baseline]))
  throw new UsageError('the baselines cannot be read: the file has another format', {
    input: file,
    nextStep: 'delete it; the next run writes it again from the results database',
    cause: parsed.error,
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function textOf({ testId, hardwareProfileId, metric, batchSize, precision }: BaselineKey): string {
  return [testId, hardwareProfileId, metric, batchSize ?? '', precision ?? ''].join('\n')
}
