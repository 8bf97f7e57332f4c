/** Names of environment variables whose values are secrets. */
const secretName = /(^|_)(api_?key|key|token|secret|password|passwd|pwd|credentials?|auth)(_|$)/i

/** Forms that give a secret away wherever they stand. */
const secretForms: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/g, '$1 [redacted]'],
  [/\b(sk|pk|hf|gh[opsu]|xox[abp]|glpat)[-_][\w-]{16,}/g, '[redacted]'],
  [/(\w:\/\/)[^\s/@:]+:[^\s/@]+@/g, '$1[redacted]@'],
  [/([?&-](?:[\w-]*(?:key|token|secret|password))=)[^\s&"']{4,}/gi, '$1[redacted]'],
]

/** Shortest value that is looked for: shorter ones would also hide innocent text. */
const shortestSecret = 8

/** Hides the values of secret environment variables, and what looks like a secret, in text that is stored or shown. */
export function redactor(environment: Readonly<Record<string, string | undefined>>): (text: string) => string {
  const values = Object.entries(environment)
    .flatMap(([name, value]) => (value !== undefined && value.length >= shortestSecret && secretName.test(name) ? [value] : []))
    // a secret may contain another one
    .sort((a, b) => b.length - a.length)
  return (text) => {
    let safe = text
    for (const value of values) safe = safe.replaceAll(value, '[redacted]')
    for (const [form, replacement] of secretForms) safe = safe.replace(form, replacement)
    return safe
  }
}
