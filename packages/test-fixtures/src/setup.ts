/**
 * Vitest setup file of hardware projects: installs the matchers, skips every test where the project's backend cannot run, and says for
 * plain tests on which hardware they ran.
 */
import { beforeEach } from 'vitest'
import { contextBackend } from './browser/context-backend.ts'
import './hardware/hardware-matchers.ts'
import { providedContext } from './hardware-context.ts'
import './matchers/matchers.ts'
import { recordSubject, subjectOf } from './recording/artifacts.ts'

const provided = providedContext()

if (provided !== undefined) {
  const detection = await (await contextBackend(provided)).detect()
  const described = new WeakSet<object>()
  beforeEach(({ task, skip, onTestFinished }) => {
    if (!detection.available) return skip(detection.reason)
    const { profile } = detection
    task.meta.hardwareProfileId = profile.hardwareProfileId
    if (described.has(task.file)) return
    // Afterwards, because until then a test may still say itself what it is about. Not in `afterEach`: a hook sets up the automatic
    // fixtures once more where they failed, and the error would be there twice.
    onTestFinished(async () => {
      if (described.has(task.file)) return
      described.add(task.file)
      if (subjectOf(task) === undefined) await recordSubject(task, { profile, model: null, modelType: null, family: null, task: null })
    })
  })
}
