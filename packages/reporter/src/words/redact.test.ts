import { expect, test } from 'vitest'
import { redactor } from './redact.ts'

const redact = redactor({ OPENAI_API_KEY: 'abcdefgh-12345678', GH_TOKEN: 'short', HOME: '/home/someone', DB_PASSWORD: 'correct horse' })

test('values of secret variables are hidden wherever they stand', () => {
  expect(redact('401 for abcdefgh-12345678 and correct horse')).toBe('401 for [redacted] and [redacted]')
})

test('what is no secret stays', () => {
  expect(redact('short words in /home/someone')).toBe('short words in /home/someone')
})

test.each([
  ['Authorization: Bearer eyJhbGciOi.x.y', 'Authorization: Bearer [redacted]'],
  ['postgres://user:hunter22@host/db', 'postgres://[redacted]@host/db'],
  ['key sk-abcdefghijklmnop1234', 'key [redacted]'],
  ['https://x/?api_key=123456&b=1', 'https://x/?api_key=[redacted]&b=1'],
])('%s', (text, safe) => {
  expect(redact(text)).toBe(safe)
})
