/** How one field of the page's state is written in the URL's hash. `read` answers `initial` for text that it does not know. */
interface Codec<T> {
  readonly initial: T
  read(text: string): T
  write(value: T): string
}

const text: Codec<string | null> = { initial: null, read: (value) => (value === '' ? null : value), write: (value) => value ?? '' }

function choice<const T extends string>(initial: T, ...others: T[]): Codec<T> {
  const values = [initial, ...others]
  return { initial, read: (value) => values.find((known) => known === value) ?? initial, write: (value) => value }
}

function flag(initial: boolean): Codec<boolean> {
  return { initial, read: (value) => (value === 'on' ? true : value === 'off' ? false : initial), write: (value) => (value ? 'on' : 'off') }
}

const pageNumber: Codec<number> = {
  initial: 1,
  read: (value) => (/^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1),
  write: (value) => String(value),
}

const fields = {
  view: text,
  table: flag(false),
  theme: choice('auto', 'light', 'dark'),
  shortcuts: flag(true),
  metric: text,
  model: text,
  backend: text,
  series: text,
  filter: text,
  state: choice('all', 'passed', 'failed', 'skipped', 'interrupted'),
  sort: choice('worst', 'name'),
  by: choice('test', 'file', 'model', 'backend'),
  show: choice('matrix', 'gaps', 'inventory'),
  scale: choice('auto', 'linear', 'log'),
  page: pageNumber,
} as const

type Fields = typeof fields
/** Everything about what is shown that is not data: it lives in the URL, so a link shows the same thing. */
export type PageState = { readonly [K in keyof Fields]: Fields[K] extends Codec<infer T> ? T : never }

const names = Object.keys(fields) as (keyof Fields)[]

export const initialPageState: PageState = parsePageState('')

/** Reads `#view=heat-map&metric=latency`; unknown names and values are ignored. */
export function parsePageState(hash: string): PageState {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const read = names.map((name) => {
    const value = parameters.get(name)
    return [name, value === null ? fields[name].initial : fields[name].read(value)]
  })
  return Object.fromEntries(read) as PageState
}

/** Writes only what differs from the start, so that links stay short; starts with `#`. */
export function formatPageState(state: PageState): string {
  const parameters = new URLSearchParams()
  for (const name of names) {
    if (state[name] !== fields[name].initial) parameters.set(name, write(name, state))
  }
  return `#${parameters.toString()}`
}

function write(name: keyof Fields, state: PageState): string {
  const codec: Codec<PageState[keyof Fields]> = fields[name]
  return codec.write(state[name])
}
