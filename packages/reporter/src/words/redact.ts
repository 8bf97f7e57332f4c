import { secretPattern, secretsOf } from '@vitest-hardware/contracts/base'

/** Forms that give a secret away wherever they stand. */
const secretForms: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/g, '$1 [redacted]'],
  [/\b(sk|pk|hf|gh[opsu]|xox[abp]|glpat)[-_][\w-]{16,}/g, '[redacted]'],
  [/(\w:\/\/)[^\s/@:]+:[^\s/@]+@/g, '$1[redacted]@'],
  [/([?&-](?:[\w-]*(?:key|token|secret|password))=)[^\s&"']{4,}/gi, '$1[redacted]'],
]

/** Hides the values of secret environment variables, and what looks like a secret, in text that is stored or shown. */
export function redactor(environment: Readonly<Record<string, string | undefined>>): (text: string) => string {
  const pattern = secretPattern(secretsOf(environment))
  return (text) => {
    let safe = pattern === null ? text : text.replaceAll(pattern, '[redacted]')
    for (const [form, replacement] of secretForms) safe = safe.replace(form, replacement)
    return safe
  }
}
