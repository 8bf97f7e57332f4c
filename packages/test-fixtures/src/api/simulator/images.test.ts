import { expect, test } from 'vitest'
import { imageProblem, imageUrlProblem } from './images.ts'

const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64')
const png = base64('\x89PNG\r\n\x1a\n and more')

test.for([
  ['image/png', png],
  ['image/jpeg', base64('\xff\xd8\xff\xe0 and more')],
  ['image/gif', base64('GIF89a and more')],
  ['image/webp', base64('RIFF\x01\x02\x03\x04WEBPVP8 ')],
] as const)('%s is known by its first bytes', ([type, data]) => {
  expect(imageProblem(type, data)).toBeNull()
  expect(imageUrlProblem(`data:${type};base64,${data}`)).toBeNull()
})

test('what is no image is told', () => {
  expect(imageProblem('image/png', base64('GIF89a'))).toContain('image/png')
  expect(imageProblem('image/tiff', png)).toContain('unsupported')
  expect(imageProblem('image/png', 'not base64!')).toContain('base64')
  expect(imageProblem('image/png', '')).toContain('base64')
})

test('addresses are judged by their form', () => {
  expect(imageUrlProblem('https://example.org/a.png')).toBeNull()
  for (const url of ['ftp://example.org/a.png', 'data:image/png,abc', 'a.png', 'https://']) expect(imageUrlProblem(url)).not.toBeNull()
})
