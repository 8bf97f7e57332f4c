import { stripVTControlCharacters } from 'node:util'

/** Characters that move a cursor, ring a bell or turn the direction of text around. */
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text without escape sequences and control characters; line breaks and tabs stay. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\r\n', '\n').replace(unprintable, '\uFFFD')
}

/** Plain text on one line, of at most `limit` UTF-16 units, with an ellipsis where it was cut. */
export function oneLine(text: string, limit = 200): string {
  const line = plainText(text.length > limit * 4 ? text.slice(0, limit * 4) : text)
    .replace(/\s+/g, ' ')
    .trim()
  return cut(line, limit)
}

/** First lines of a message, plain: what a person needs to see of an error. */
export function firstLines(text: string, lines = 6, limit = 600): string {
  const kept = plainText(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(0, lines)
    .join('\n')
  return cut(kept, limit)
}

/** Never leaves half of a surrogate pair. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Longest test name that is stored; one that is longer is found by its beginning. */
const longestName = 1000

/** A test's name as it is stored: as it was written, but valid Unicode and no longer than people read. */
export function storable(name: string): string {
  return cut(name.toWellFormed(), longestName)
}
