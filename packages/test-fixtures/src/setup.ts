/**
 * Vitest setup file of hardware projects: installs the matchers, skips every test where the project's backend cannot run, and says for
 * plain tests on which hardware they ran.
 */
import { getBackend } from '@vitest-hardware/backends'
import { afterEach, beforeEach } from 'vitest'
import { providedContext } from './hardware-context.ts'
import './matchers/matchers.ts'
import { recordSubject, subjectOf } from './recording/artifacts.ts'

const provided = providedContext()

if (provided !== undefined) {
  const detection = await getBackend(provided.backend).detect()
  beforeEach(({ skip }) => {
    if (!detection.available) skip(detection.reason)
  })
  // afterwards, because until then a test may still say itself what it is about
  afterEach(async ({ task }) => {
    if (!detection.available || subjectOf(task) !== undefined) return
    await recordSubject(task, { profile: detection.profile, model: null, modelType: null, family: null, task: null })
  })
}
