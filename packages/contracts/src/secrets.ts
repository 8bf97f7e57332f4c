/** Secrets shorter than this are not looked for in texts: they would hit words. */
const shortestSecret = 8

const secretName = /KEY|TOKEN|SECRET|PASSW|PWD|PASSPHRASE|CREDENTIAL|COOKIE|BEARER|PRIVATE|(?:^|_)(?:AUTH|PAT|PASS)$/i

/** Values of the environment that must be neither stored nor shown: by their variable's name, and passwords in addresses such as `postgres://user:password@host`. */
export function secretsOf(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(environment).flatMap(([name, value = '']) => (secretName.test(name) ? [value] : passwordsIn(value)))
}

/**
 * Finds secrets in a text in the spellings in which they travel: as they are, in JSON (also with every character escaped), in an address, in base64; in upper or lower case.
 * Null where there is none to look for; secrets of fewer than 8 characters are left out.
 */
export function secretPattern(secrets: readonly string[]): RegExp | null {
  const spellings = new Set(secrets.filter(({ length }) => length >= shortestSecret).flatMap(spellingsOf))
  if (spellings.size === 0) return null
  // the longest first: one secret may be the start of another
  const alternatives = [...spellings].sort((a, b) => b.length - a.length).map((spelling) => literally(spelling))
  return new RegExp(alternatives.join('|'), 'gi')
}

function spellingsOf(secret: string): string[] {
  const units = Array.from({ length: secret.length }, (_, index) => secret.charCodeAt(index))
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '')
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString().slice('secret='.length),
    units.map((unit) => String.raw`\u${unit.toString(16).padStart(4, '0')}`).join(''),
    Array.from(Buffer.from(secret), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    base64,
    base64.replaceAll('+', '-').replaceAll('/', '_'),
  ]
}

function passwordsIn(value: string): string[] {
  return [...value.matchAll(/:\/\/[^/\s:@]*:([^/\s@]+)@/g)].map(([, password]) => password!)
}

/** `RegExp.escape`, which Node 22 does not have. */
function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}
