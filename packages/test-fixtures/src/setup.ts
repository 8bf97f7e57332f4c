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
  const sending = new WeakMap<object, Promise<void>>()
  beforeEach(({ task, skip }) => {
    if (!detection.available) skip(detection.reason)
    else if (subjectOf(task) === undefined) {
      // the answer is awaited after the test, which need not wait for it
      sending.set(task, recordSubject(task, { profile: detection.profile, model: null, modelType: null, family: null, task: null }))
    }
  })
  afterEach(({ task }) => sending.get(task))
}
