import type { ModelTypeFacts, TypeSignature } from '@vitest-hardware/model-catalogue/listing'
import { expect, test } from 'vitest'
import { type CoverageInput, coverageOf, type MatrixRow } from './coverage.ts'
import { coverageMarkdown, coverageText } from './coverage-text.ts'

const facts = (
  type: string,
  tier: ModelTypeFacts['tier'],
  classes: readonly [task: string, auto: string, name: string][],
): ModelTypeFacts => ({
  type,
  tier,
  displayName: type,
  family: 'encoder-only',
  modality: 'text',
  configClass: null,
  defaultTask: classes[0]![0],
  heads: classes.map(([task, auto, name]) => ({ task, auto, class: name })),
  checkpoint: null,
  preprocessors: {},
  sizes: {},
})
const signature = (heads: Readonly<Record<string, string>>, transformersJs: string | null): TypeSignature => ({
  heads: Object.fromEntries(
    Object.entries(heads).map(([task, architecture]) => [task, { architecture, parameters: 1, inputs: {}, outputs: {}, traits: [] }]),
  ),
  operators: {},
  transformersJs,
  halfPrecision: 0.01,
  note: null,
  quirk: null,
  configFields: [],
})
const row = (type: string, backend: string, state: string, name: string): MatrixRow => ({
  model_type: type,
  task: 'fill-mask',
  backend,
  state,
  reason: null,
  name,
})

const input: CoverageInput = {
  facts: [
    facts('a', 'critical', [
      ['fill-mask', 'AutoModelForMaskedLM', 'AForMaskedLM'],
      ['text-classification', 'AutoModelForSequenceClassification', 'AForSequenceClassification'],
    ]),
    facts('b', null, [['fill-mask', 'AutoModelForMaskedLM', 'BForMaskedLM']]),
    facts('c', 'high', [['fill-mask', 'AutoModelForMaskedLM', 'CForMaskedLM']]),
  ],
  signatures: { a: signature({ 'fill-mask': 'AForMaskedLM' }, 'AutoModelForMaskedLM') },
  gaps: { b: 'its tokens are chosen by a search', c: 'not written yet' },
  rows: [
    row('a', 'cpu', 'passed', 'fill-mask > loads as AForMaskedLM'),
    row('a', 'cpu', 'passed', 'fill-mask > from_pretrained by AutoModelForMaskedLM'),
    row('a', 'wasm', 'passed', 'fill-mask > loads as AForMaskedLM'),
    row('a', 'wasm', 'failed', 'fill-mask > gives logits as the reference does'),
    row('a', 'cuda', 'skipped', 'fill-mask > loads as AForMaskedLM'),
  ],
}

test('tiers are cumulative and count what is built', () => {
  expect(coverageOf(input).tiers).toEqual([
    { tier: 'critical', types: 1, built: 1 },
    { tier: 'high', types: 2, built: 1 },
    { tier: 'medium', types: 2, built: 1 },
    { tier: 'all', types: 3, built: 1 },
  ])
})

test('every class is in the inventory with what loads it', () => {
  const { inventory, heads } = coverageOf(input)
  expect(inventory.map(({ class: name, loader }) => [name, loader])).toEqual([
    ['AForMaskedLM', 'Transformers.js'],
    ['AForSequenceClassification', null],
    ['BForMaskedLM', null],
    ['CForMaskedLM', null],
  ])
  expect(heads).toEqual({ total: 4, built: 1 })
})

test('gaps of the highest tier come first, each with its reason', () => {
  expect(coverageOf(input).gaps.map(({ type, task, reason }) => [type, task, reason])).toEqual([
    ['a', 'text-classification', 'its graph has no such head'],
    ['c', null, 'not written yet'],
    ['b', null, 'its tokens are chosen by a search'],
  ])
})

test('a cell of the matrix is as bad as its worst test, and a skip is no pass', () => {
  expect(coverageOf(input).matrix.map(({ backend, state, tests }) => [backend, state, tests])).toEqual([
    ['cpu', 'passed', 2],
    ['cuda', 'skipped', 1],
    ['wasm', 'failed', 2],
  ])
})

test('ways of loading count the types that passed', () => {
  expect(coverageOf(input).methods).toEqual([
    { method: 'from_pretrained by AutoModelForMaskedLM', passed: 1, failed: 0 },
    { method: 'session', passed: 1, failed: 0 },
  ])
})

test('text and Markdown name each gap', () => {
  const coverage = coverageOf(input)
  for (const text of [coverageText(coverage), coverageMarkdown(coverage)]) {
    expect(text).toContain('its tokens are chosen by a search')
    expect(text).toContain('not written yet')
  }
  expect(coverageText(coverageOf({ ...input, rows: [] }))).toContain('nothing tested yet')
})
