import { expect, test } from 'vitest'
import { firstLine, importPeer, resolvePeer } from './peer.ts'

test('a package that is not installed is absent, and its import is not tried', async () => {
  let tried = 0
  const peer = await importPeer('no-such-package-here', async () => (tried += 1))
  expect(peer).toEqual({ state: 'absent' })
  expect(tried).toBe(0)
})

test('a package that only the user’s project sees is imported by its path', async () => {
  const peer = await importPeer<typeof import('zod')>('zod', () => Promise.reject(new Error('not found from here')))
  expect(peer.state === 'loaded' && typeof peer.module.z.string).toBe('function')
})

test('resolves a package’s entry', () => {
  expect(resolvePeer('zod')).toMatch(/zod/)
  expect(resolvePeer('no-such-package-here')).toBeNull()
})

test.each([
  [new Error('\n one \n two'), 'one'],
  ['text', 'text'],
])('the first line of %j', (error, line) => {
  expect(firstLine(error)).toBe(line)
})
