import { backends, detectAll, getBackend } from '@vitest-hardware/backends'
import { describe, expect, test } from 'vitest'

const detections = await detectAll()

describe.each([...backends.keys()])('%s', (name) => {
  const detection = detections.get(name)!

  // which of the two is to be tested depends on the machine, so the other is no skip
  if (detection.available) {
    test('has a profile of its own', () => {
      expect(detection).toMatchObject({ profile: { backend: name, device: expect.stringMatching(/./) } })
    })
    return
  }

  test('says in one line why not, and what to do', () => {
    expect(detection).toMatchObject({ reason: expect.stringMatching(/^\S.+\S$/), nextStep: expect.stringMatching(/^\S.+\S$/) })
  })

  test('opens no session where it is not available', async () => {
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
