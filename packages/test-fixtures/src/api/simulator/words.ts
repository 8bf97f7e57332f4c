import type { Random } from './random.ts'

const words = [
  'answer',
  'baseline',
  'because',
  'before',
  'bench',
  'between',
  'bound',
  'clear',
  'each',
  'early',
  'even',
  'every',
  'figure',
  'first',
  'follows',
  'ground',
  'later',
  'less',
  'light',
  'longer',
  'machine',
  'measure',
  'model',
  'more',
  'number',
  'often',
  'order',
  'other',
  'plain',
  'quick',
  'result',
  'same',
  'sample',
  'second',
  'series',
  'short',
  'simple',
  'small',
  'steady',
  'still',
  'table',
  'than',
  'then',
  'turn',
  'under',
  'value',
  'where',
  'which',
  'while',
  'with',
] as const

/** Text without meaning: `count` words in sentences of 6 to 12, closed by a full stop. */
export function seededText(random: Random, count: number): string {
  let text = ''
  let left = 0
  for (let index = 0; index < count; index++) {
    const word = random.pick(words)
    if (left === 0) {
      left = random.integer(6, 12)
      text += `${index === 0 ? '' : '. '}${word[0]!.toUpperCase()}${word.slice(1)}`
    } else text += ` ${word}`
    left--
  }
  return text === '' ? '' : `${text}.`
}
