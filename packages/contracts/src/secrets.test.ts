import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secretPattern, secretsOf } from './secrets.ts'

const secret = 'canary-"7f3a/9b 2c?Ü'
const clean = (text: string): string => text.replaceAll(secretPattern([secret])!, '…')

test.each([
  ['as it is', secret],
  ['in JSON', JSON.stringify(secret).slice(1, -1)],
  ['in an address', encodeURIComponent(secret)],
  ['in a form', new URLSearchParams({ a: secret }).toString().slice(2)],
  ['percent by percent', Array.from(Buffer.from(secret), (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')],
  ['escape by escape', Array.from(secret, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
  ['in base64', Buffer.from(secret).toString('base64url')],
  ['in lower case', secret.toLowerCase()],
])('a secret is found %s', (_, spelling) => {
  expect(clean(`before ${spelling} after`)).toBe('before … after')
})

test('whatever a secret is made of, it is found and nothing else is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, maxLength: 30 }), (any) => {
      expect(`<${any}>`.replaceAll(secretPattern([any])!, '')).toBe('<>')
    }),
  )
})

test('short ones and none are not looked for', () => {
  expect(secretPattern(['short'])).toBeNull()
  expect(secretPattern([])).toBeNull()
})

test('secrets of an environment are known by their names, and passwords by their place', () => {
  expect(
    secretsOf({
      OPENAI_API_KEY: 'a',
      HOME: '/home/x',
      DB: 'postgres://me:pass@host/x',
      SSH_AUTH_SOCK: '/tmp/s',
      GITHUB_PAT: 'p',
      EMPTY: undefined,
    }),
  ).toEqual(['a', 'pass', 'p'])
})
