/** What has to run again. */
export interface Reproduction {
  /** Empty where the only project has no name. */
  readonly project: string
  /** Relative to Vitest's root, with `/`. */
  readonly file: string
  /** Full name: suites and test joined by ` > `; null for the whole file. */
  readonly name: string | null
}

/** Longest pattern that a command carries; a longer name is found by its beginning. */
const longestName = 160

/**
 * The command line that runs one test again, safe to paste into a POSIX shell.
 * @param root Vitest's root relative to the working folder; empty where they are the same
 */
export function reproduceCommand({ project, file, name }: Reproduction, root = ''): string {
  const words = [
    'npx',
    'vitest',
    'run',
    ...(root === '' ? [] : ['--root', root]),
    ...(project === '' ? [] : ['--project', project]),
    file,
    ...(name === null ? [] : ['-t', namePattern(name)]),
  ]
  return words.map(shellWord).join(' ')
}

/** A regular expression that matches a test's full name and, but for names that are too long, no other. Printable ASCII apart from letters of other scripts. */
export function namePattern(name: string): string {
  const isWhole = name.length <= longestName
  const shown = isWhole ? name : name.slice(0, longestName).replace(/[\uD800-\uDBFF]$/, '')
  const escaped = shown.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escapeCharacter)
  return `^${escaped}${isWhole ? '$' : ''}`
}

function escapeCharacter(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')
}

/** Quotes a word for a POSIX shell where that is needed. */
export function shellWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  // inside double quotes these four stay special, and `!` does in interactive shells; `$` before the closing quote is plain
  if (!/["`\\!]|\$(?!$)/.test(word)) return `"${word}"`
  return `'${word.replaceAll("'", String.raw`'\''`)}'`
}
