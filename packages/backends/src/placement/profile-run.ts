import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { InferenceSession } from 'onnxruntime-common'
import type { ModelSource, OpenOptions } from '../backend.ts'
import { openSession } from '../onnxruntime/open.ts'
import type { Runtime } from '../onnxruntime/runtime.ts'
import type { RuntimeOptions } from '../provider-options/reader.ts'
import type { Placement } from './placement.ts'
import { readProfile } from './read-profile.ts'

export interface RunToProfile {
  readonly model: ModelSource
  readonly feeds: Tensors
  readonly options: OpenOptions
  readonly own: RuntimeOptions
}

/** Opens a session of its own with ONNX Runtime's profiler on, runs it once and reads what the profiler wrote. */
export async function profileRun(runtime: Runtime, profileName: string, { model, feeds, options, own }: RunToProfile): Promise<Placement> {
  const folder = await mkdtemp(join(tmpdir(), 'placement-'))
  let raw: InferenceSession | undefined
  const profiled: Runtime = {
    ...runtime,
    create: async (source, settings) =>
      (raw = await runtime.create(source, { ...settings, enableProfiling: true, profileFilePrefix: join(folder, 'profile') })),
  }
  try {
    await using session = await openSession(profiled, model, options, own)
    await session.run(feeds)
    raw?.endProfiling()
    const [file] = await readdir(folder)
    if (file === undefined) throw new Error(`${runtime.name} ${runtime.version} wrote no profile`)
    return readProfile(await readFile(join(folder, file), 'utf8'), profileName)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
