import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namePattern, reproduceCommand, shellWord } from './reproduce-command.ts'

test('a plain name gives a plain command', () => {
  expect(reproduceCommand({ project: 'hardware-cpu', file: 'src/a.hardware.test.ts', name: 'bert > latency' })).toBe(
    'npx vitest run --project hardware-cpu src/a.hardware.test.ts -t "^bert > latency$"',
  )
})

test('a suite without named projects needs no project; one that was started elsewhere its root', () => {
  expect(reproduceCommand({ project: '', file: 'a.ts', name: 'x' }, 'packages/shop')).toBe(
    'npx vitest run --root packages/shop a.ts -t "^x$"',
  )
})

test('a file alone has no name', () => {
  expect(reproduceCommand({ project: 'hardware-cpu (bench)', file: 'a b.ts', name: null })).toBe(
    'npx vitest run --project "hardware-cpu (bench)" "a b.ts"',
  )
})

const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 })

test('the pattern finds its own test and no other', () => {
  fc.assert(
    fc.property(anyName, anyName, (name, other) => {
      const pattern = new RegExp(namePattern(name))
      expect(pattern.test(name)).toBe(true)
      expect(pattern.test(other)).toBe(name === other)
    }),
  )
})

test('a name of 10 kB is found by its beginning', () => {
  const name = 'long '.repeat(2000)
  expect(namePattern(name).length).toBeLessThan(400)
  expect(new RegExp(namePattern(name)).test(name)).toBe(true)
})

const shells = process.platform === 'win32' ? [] : ['/bin/sh', 'bash'].filter((shell) => spawnSync(shell, ['-c', 'true']).status === 0)

test('a shell reads every word as it was, and runs nothing', ({ skip }) => {
  if (shells.length === 0) skip('no POSIX shell here')
  const hostile = [
    '$(touch /tmp/pwned)',
    '`id`',
    "it's",
    'a"b',
    '$HOME',
    '!!',
    '\\',
    "'; rm -rf / #",
    '</script><img onerror>',
    '|&;<>()',
    '~',
    '*',
    '',
    '😀',
    'a$',
  ]
  const random = fc.sample(fc.string({ unit: 'grapheme', maxLength: 40 }), 200).map((text) => text.replaceAll('\0', ''))
  const words = [...hostile, ...random].filter((word) => !word.includes('\n'))
  for (const shell of shells) {
    const { stdout } = spawnSync(shell, ['-c', `printf '%s\\0' ${words.map(shellWord).join(' ')}`], { encoding: 'utf8' })
    expect(stdout.split('\0').slice(0, -1)).toEqual(words)
  }
})
