import type { Random } from './random.ts'
import { seededText } from './words.ts'

/** A JSON Schema, of which the parts that tool definitions use are understood. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * A value that satisfies a JSON Schema of types, `enum`, `const`, `properties`, `items`, `anyOf`/`oneOf`, bounds and lengths: every property of an object, `minItems`
 * (one at least) of a list. References and patterns are not followed.
 */
export function jsonFromSchema(schema: JsonSchema, random: Random): unknown {
  if ('const' in schema) return schema['const']
  if (isFilled(schema['enum'])) return random.pick(schema['enum'])
  const alternatives = schema['anyOf'] ?? schema['oneOf']
  if (isFilled(alternatives)) return jsonFromSchema(asSchema(alternatives[0]), random)
  const type = Array.isArray(schema['type']) ? schema['type'][0] : (schema['type'] ?? ('properties' in schema ? 'object' : 'string'))
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(asSchema(schema['properties'])).map(([name, property]) => [name, jsonFromSchema(asSchema(property), random)]),
      )
    case 'array':
      return Array.from({ length: bound(schema['minItems'], 1) || 1 }, () => jsonFromSchema(asSchema(schema['items']), random))
    case 'integer':
    case 'number': {
      const low = Math.ceil(bound(schema['minimum'], 0))
      return random.integer(low, Math.max(low, Math.floor(bound(schema['maximum'], low + 100))))
    }
    case 'boolean':
      return random.uniform() < 0.5
    case 'null':
      return null
    default:
      return seededText(random, random.integer(1, 3))
        .padEnd(bound(schema['minLength'], 0), '.')
        .slice(0, bound(schema['maxLength'], Infinity))
  }
}

function asSchema(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null ? (value as JsonSchema) : {}
}

function bound(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

function isFilled(value: unknown): value is [unknown, ...unknown[]] {
  return Array.isArray(value) && value.length > 0
}
