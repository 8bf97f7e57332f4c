import type { CassetteExchange } from './format.ts'

type RecordedRequest = CassetteExchange['request']

/** What two requests must have in common to have the same answer: method, path with query, and body, whatever the order of its fields. */
export function requestKey({ method, path, body }: Pick<RecordedRequest, 'method' | 'path' | 'body'>): string {
  return `${method} ${path}\n${[...leaves(body)]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')}`
}

/** The recorded request that differs in the fewest fields, of several the one whose first difference begins most alike. Null where nothing was recorded. */
export function nearestRequest(
  request: RecordedRequest,
  recorded: readonly RecordedRequest[],
): { readonly request: RecordedRequest; readonly ordinal: number; readonly difference: string } | null {
  const ranked = recorded.map((candidate, ordinal) => {
    const differences = differencesOf(request, candidate)
    const [first] = differences
    return { request: candidate, ordinal, count: differences.length, alike: first?.alike ?? 0, difference: first?.text ?? 'nothing' }
  })
  return ranked.toSorted((a, b) => a.count - b.count || b.alike - a.alike)[0] ?? null
}

interface Difference {
  readonly text: string
  /** Signs at the start that both have. */
  readonly alike: number
}

function differencesOf(request: RecordedRequest, recorded: RecordedRequest): Difference[] {
  const line = ({ method, path }: RecordedRequest): string => `${method} ${path}`
  const ours = leaves(request.body)
  const theirs = leaves(recorded.body)
  const names = new Set([...ours.keys(), ...theirs.keys()])
  const fields = [...names].filter((name) => ours.get(name) !== theirs.get(name))
  return [
    ...(line(request) === line(recorded) ? [] : [{ text: line(recorded), alike: 0 }]),
    ...fields.map((name) => ({
      text: `${name || 'body'}: ${brief(ours.get(name))} here, ${brief(theirs.get(name))} there`,
      alike: sharedStart(ours.get(name) ?? '', theirs.get(name) ?? ''),
    })),
  ]
}

function sharedStart(a: string, b: string): number {
  let end = 0
  while (end < a.length && a[end] === b[end]) end++
  return end
}

function leaves(value: unknown, name = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return found.set(name, JSON.stringify(value) ?? 'null')
  for (const [key, inner] of Object.entries(value))
    leaves(inner, Array.isArray(value) ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`, found)
  return found
}

function brief(text: string | undefined): string {
  if (text === undefined) return 'absent'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
