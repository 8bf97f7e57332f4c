import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { librariesIn, vulkanDriver } from './driver.ts'

const swiftshader = '/cache/swiftshader-153.0.0/libvk_swiftshader.so'
const nvidia = '/usr/lib/x86_64-linux-gnu/libGLX_nvidia.so.550.54.15'
const radv = '/usr/lib/x86_64-linux-gnu/libvulkan_radeon.so'

describe('which driver computes', () => {
  test('SwiftShader alone', () => {
    expect(vulkanDriver({ libraries: [swiftshader], files: [] })).toEqual({ kind: 'software', name: 'swiftshader', library: swiftshader })
  })

  test('a GPU whose driver is mapped and whose device is open', () => {
    expect(vulkanDriver({ libraries: [nvidia], files: ['/dev/nvidia0'] })).toEqual({ kind: 'gpu', name: 'nvidia', device: '/dev/nvidia0' })
    expect(vulkanDriver({ libraries: [radv], files: ['/dev/dri/renderD128'] })).toEqual({
      kind: 'gpu',
      name: 'radv',
      device: '/dev/dri/renderD128',
    })
  })

  test('a GPU’s driver without its device, beside a software renderer', () => {
    expect(vulkanDriver({ libraries: [nvidia, '/usr/lib/libvulkan_lvp.so'], files: ['/dev/nvidiactl'] })).toMatchObject({
      kind: 'software',
      name: 'llvmpipe',
    })
  })

  test('is software where it is not known', () => {
    expect(vulkanDriver({ libraries: ['/opt/libnew_driver.so'], files: ['/dev/dri/renderD128'] }).kind).toBe('software')
  })

  test('SwiftShader without an open GPU is never a GPU, whatever else is mapped', () => {
    const libraries = fc.subarray([nvidia, radv, '/lib/libvulkan.so.1', '/lib/libc.so.6'])
    fc.assert(
      fc.property(libraries, fc.array(fc.constantFrom('/dev/null', '/dev/nvidiactl', '/tmp/dev/nvidia0')), (others, files) => {
        expect(vulkanDriver({ libraries: [...others, swiftshader], files })).toMatchObject({ kind: 'software', name: 'swiftshader' })
      }),
    )
  })
})

test('reads mapped files, names with spaces included, each once', () => {
  const maps = `7f00-7f01 r--p 00000000 fe:00 123 /lib/libc.so.6
7f01-7f02 r-xp 00001000 fe:00 123 /lib/libc.so.6
7f03-7f04 rw-p 00000000 00:00 0
7f05-7f06 r--p 00000000 fe:00 9 /opt/a b/libvk_swiftshader.so
7ffe-7fff rw-p 00000000 00:00 0 [stack]
`
  expect(librariesIn(maps)).toEqual(['/lib/libc.so.6', '/opt/a b/libvk_swiftshader.so'])
})
