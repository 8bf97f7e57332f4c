import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { jsonFromSchema } from './json-from-schema.ts'
import { createRandom } from './random.ts'

const tool = z.object({
  city: z.string().min(2).max(40),
  days: z.int().min(1).max(7),
  share: z.number().min(0.5).max(3),
  unit: z.enum(['celsius', 'kelvin']),
  kind: z.literal('weather'),
  places: z.array(z.object({ latitude: z.number().min(-90).max(90), isCapital: z.boolean() })).min(2),
  note: z.string().nullable(),
})

test('what a schema asks for is made, for any seed', () => {
  const schema = z.toJSONSchema(tool)
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect(tool.safeParse(jsonFromSchema(schema, createRandom(String(seed)))).error).toBeUndefined()
    }),
  )
})

test('an empty schema is text, an object without properties is empty', () => {
  expect(jsonFromSchema({}, createRandom('1'))).toBeTypeOf('string')
  expect(jsonFromSchema({ type: 'object' }, createRandom('1'))).toEqual({})
})
