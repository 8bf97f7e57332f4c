import { describe, expect, test } from 'vitest'
import { loadSdk, sdkVersion } from './load-sdk.ts'

const absent = 'no-such-vendor-client'

describe('a client', () => {
  test('that is installed is loaded, and its version is known', async () => {
    expect(await loadSdk('groq-sdk', () => import('groq-sdk'))).toHaveProperty('Groq')
    for (const name of ['groq-sdk', 'openai', '@anthropic-ai/sdk']) expect(sdkVersion(name)).toMatch(/^\d+\.\d+\.\d+/)
  })
  test('that is not installed is named with the command that installs it', async () => {
    const load = (): Promise<unknown> => Promise.reject(Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' }))
    await expect(loadSdk(absent, load)).rejects.toThrow(`npm install --save-dev ${absent}`)
    expect(() => sdkVersion(absent)).toThrow(`npm install --save-dev ${absent}`)
  })
  test('that is broken is not called absent', async () => {
    await expect(loadSdk('openai', () => Promise.reject(new SyntaxError('Unexpected token')))).rejects.toThrow(
      'installed, and loading it fails',
    )
  })
})
