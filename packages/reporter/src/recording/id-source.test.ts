import { expect, test } from 'vitest'
import { z } from 'zod'
import { idSource } from './id-source.ts'

test('ten thousand ids are UUIDs of version 7, and all differ', () => {
  const next = idSource()
  const ids = Array.from({ length: 10_000 }, next)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids.filter((_, index) => index % 100 === 0)) expect(z.uuidv7().safeParse(id).success).toBe(true)
})
