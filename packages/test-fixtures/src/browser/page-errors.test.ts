import { expect, test } from 'vitest'
import { PageProblemError, unexpectedProblems } from './page-errors.ts'

const problems = [
  { kind: 'console', text: 'model.onnx is large' },
  { kind: 'uncaught', text: 'TypeError: x is not a function\n    at main.js:1' },
  { kind: 'console', text: 'another that is large' },
] as const

test('texts and patterns allow, also a pattern that remembers its place', () => {
  expect(unexpectedProblems(problems, [])).toEqual(problems)
  expect(unexpectedProblems(problems, ['is large'])).toEqual([problems[1]])
  expect(unexpectedProblems(problems, [/is large$/g])).toEqual([problems[1]])
  expect(unexpectedProblems(problems, [/^TypeError/, 'large'])).toEqual([])
})

test('the error lists each problem and says how to allow it', () => {
  const { message } = new PageProblemError(problems)
  expect(message).toContain('3 errors in the page')
  expect(message).toContain('console.error: model.onnx is large')
  expect(message).toContain('uncaught: TypeError: x is not a function\n        at main.js:1')
  expect(message).toContain('allowErrors')
  expect(new PageProblemError([problems[0]]).message).toContain('an error in the page')
})
