/**
 * Project filters as Vitest understands them: `hardware` stands for all backends, those in browsers included, and a
 * backend's project for its benchmarks too.
 * Vitest names the benchmark half of a project `<project> (bench)`.
 */
export function expandProjectFilter(filters: readonly string[]): string[] {
  return filters.flatMap((filter) => {
    const negated = filter.startsWith('!')
    const name = negated ? filter.slice(1) : filter
    const expanded = name === 'hardware' ? ['hardware-*'] : /^hardware(-[a-z]+){1,2}$/.test(name) ? [name, `${name} (bench)`] : [name]
    return negated ? expanded.map((item) => `!${item}`) : expanded
  })
}
