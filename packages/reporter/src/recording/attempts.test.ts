import { expect, test } from 'vitest'
import { ofLastAttempt } from './attempts.ts'

test('what came before the last retry is forgotten', () => {
  const sent = [
    { retry: 0, value: 'of a failed attempt' },
    { retry: 1, value: 'of another' },
    { retry: 2, value: 'a' },
    { retry: 2, value: 'b' },
  ]
  expect(ofLastAttempt(sent, 2)).toEqual(['a', 'b'])
  expect(ofLastAttempt([{ retry: 0, value: 'only' }], 0)).toEqual(['only'])
})
