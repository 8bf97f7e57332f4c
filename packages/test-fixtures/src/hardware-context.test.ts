import { isAbsolute, join } from 'node:path'
import { expect, test } from 'vitest'
import { hardwareContext, providedContext } from './hardware-context.ts'

test('outside a hardware project it is cpu in Node, with files below the root', () => {
  expect(providedContext()).toBeUndefined()
  const context = hardwareContext('/a/project')
  expect(context).toMatchObject({ backend: 'cpu', browser: null, root: '/a/project' })
  expect(context.baselineFile).toBe(join('/a/project', '.vitest-hardware', 'baselines.json'))
  expect(isAbsolute(context.cacheFolder)).toBe(true)
  expect(hardwareContext().root).toBe(process.cwd())
})
