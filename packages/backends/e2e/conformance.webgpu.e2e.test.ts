import { getBackend } from '@vitest-hardware/backends'
import { conformanceKit } from '@vitest-hardware/backends/conformance'
import { describe, expect, test } from 'vitest'
import { inSwiftshader, isChild } from './in-swiftshader.ts'

const webgpu = getBackend('webgpu')

inSwiftshader(import.meta.filename, () => {
  conformanceKit(webgpu, { describe, expect, test })

  test.runIf(isChild)('SwiftShader is a software device, never a GPU', async () => {
    expect(await webgpu.detect()).toMatchObject({
      available: true,
      profile: {
        device: 'swiftshader',
        isSoftwareDevice: true,
        deviceKind: 'gpu',
        driver: expect.stringMatching(/^swiftshader \(@sparticuz\/chromium \d+/),
      },
    })
  })
})
