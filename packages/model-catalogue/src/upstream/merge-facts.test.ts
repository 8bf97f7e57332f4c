import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInTier, modelTypeFacts, modelTypeGaps } from '../facts.ts'
import { mergeFacts } from './merge-facts.ts'
import { readUpstream } from './read-upstream.ts'

let root: string
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'upstream-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string): void {
  const file = join(root, 'src', 'transformers', 'models', path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
}

function writeUpstream(): void {
  write(
    'auto/auto_mappings.py',
    'CONFIG_MAPPING_NAMES = OrderedDict([("bert", "BertConfig"), ("new", "NewConfig"), ("new_part", "NewPartConfig")])',
  )
  write(
    'auto/modeling_auto.py',
    `MODEL_FOR_MASKED_LM_MAPPING_NAMES = OrderedDict([("bert", "BertForMaskedLM"), ("new", "NewForMaskedLM")])
MODEL_MAPPING_NAMES = OrderedDict([("new", ("NewModel", "NewPlusModel"))])`,
  )
  write('bert/configuration_bert.py', 'class BertConfig(PreTrainedConfig):\n    model_type = "bert"\n    vocab_size: int = 7\n')
  write(
    'new/configuration_new.py',
    `class NewPartConfig(PreTrainedConfig):
    hidden_size: int = 5

@auto_docstring(checkpoint="org/new")
class NewConfig(BertConfig):
    model_type = "new"
    sub_configs = {"part": NewPartConfig}
    hidden_dropout_prob: float = 0.1
    layers: int = 3
`,
  )
}

test('reads types, heads, sizes with those inherited, and what is a part of another', () => {
  writeUpstream()
  const types = readUpstream(root)
  expect(types.map(({ type, isPart }) => [type, isPart])).toEqual([
    ['bert', false],
    ['new', false],
    ['new_part', true],
  ])
  expect(types[1]).toMatchObject({ checkpoint: 'org/new', sizes: { vocab_size: 7, layers: 3 } })
  expect(types[1]!.heads.map((head) => head.class)).toEqual(['NewModel', 'NewPlusModel', 'NewForMaskedLM'])
})

test('what was decided here stays, what upstream says is taken, and parts are left out', () => {
  writeUpstream()
  const known = modelTypeFacts().filter(({ type }) => type === 'bert' || type === 'nezha')
  const { facts, added, changed, gone } = mergeFacts(known, readUpstream(root))
  expect([facts.map(({ type }) => type), added, changed, gone]).toEqual([['bert', 'new', 'nezha'].sort(), ['new'], ['bert'], ['nezha']])
  expect(facts.find(({ type }) => type === 'bert')).toMatchObject({ tier: 'critical', family: 'encoder-only', sizes: { vocab_size: 7 } })
  expect(facts.find(({ type }) => type === 'new')).toMatchObject({ tier: null, family: 'encoder-only', defaultTask: 'fill-mask' })
})

test('a folder without models is refused', () => {
  expect(() => readUpstream(root)).toThrow('no checkout of the upstream library')
})

test('the committed facts parse, are sorted, and have every name once; the gaps too', () => {
  const types = modelTypeFacts().map(({ type }) => type)
  expect(types).toEqual([...new Set(types)].sort())
  expect(types.length).toBeGreaterThanOrEqual(455)
  const gaps = Object.keys(modelTypeGaps())
  expect(gaps).toEqual([...gaps].sort())
  expect(gaps.filter((type) => !types.includes(type))).toEqual([])
  for (const tier of ['mixtral', 'mamba', 'stable-diffusion'])
    expect(
      isInTier(
        modelTypeFacts().find(({ type }) => type === tier)!,
        'high',
      ),
    ).toBe(true)
})
