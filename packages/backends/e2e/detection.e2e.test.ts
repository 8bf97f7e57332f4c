import { backends, detectAll, getBackend } from '@vitest-hardware/backends'
import { describe, expect, test } from 'vitest'

const detections = await detectAll()

describe.each([...backends.keys()])('%s', (name) => {
  const detection = detections.get(name)!

  test('is available with a profile, or says why not in one line and what to do', () => {
    if (detection.available) {
      expect(detection.profile.backend).toBe(name)
      return
    }
    expect(detection.reason).toMatch(/^\S.+\S$/)
    expect(detection.nextStep).toMatch(/^\S.+\S$/)
  })

  test.skipIf(detection.available)('opens no session where it is not available', async () => {
    await expect(getBackend(name).open({ bytes: new Uint8Array(0) })).rejects.toMatchObject({
      name: 'BackendUnavailableError',
      backend: name,
      message: expect.stringContaining('cannot run here'),
    })
  })
})

test('cpu and wasm run in any Node', () => {
  expect(detections.get('cpu')?.available).toBe(true)
  expect(detections.get('wasm')?.available).toBe(true)
})

test('WebNN is in no Node', () => {
  expect(detections.get('webnn')).toMatchObject({ available: false, reason: expect.stringContaining('browsers only') })
})
