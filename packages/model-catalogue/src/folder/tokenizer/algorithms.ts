import { vocabularySize } from '../../model-type.ts'
import type { Algorithm, TokenizerSpecification } from './tokenizer-class.ts'
import { digits, lowercase, marks, mergePairs, printableAscii, uppercase, wordEndings, words } from './vocabulary.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The parts of `tokenizer.json` that follow from the algorithm. */
export interface TokenizerParts {
  /** Every token; the index is the id. */
  readonly tokens: readonly string[]
  readonly model: Json
  readonly normalizer: Json
  readonly pre_tokenizer: Json
  readonly decoder: Json
}

/** GPT-2's expression is built into `ByteLevel`; this is GPT-4's, as Llama 3 and Qwen2 have it. */
const gpt4Expression =
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
const clipExpression = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+"

const algorithms: Readonly<Record<Algorithm, (specification: TokenizerSpecification) => TokenizerParts>> = {
  wordpiece: wordPiece,
  'byte-level-bpe': byteLevelBpe,
  'end-of-word-bpe': endOfWordBpe,
  'sentencepiece-bpe': sentencePieceBpe,
  unigram,
  characters,
}

export function tokenizerParts(specification: TokenizerSpecification): TokenizerParts {
  return algorithms[specification.algorithm](specification)
}

/** Special tokens around as many pieces as fill the vocabulary. */
function fill({ first, last }: TokenizerSpecification, pieces: readonly string[]): string[] {
  const chosen = pieces.slice(0, vocabularySize - first.length - last.length)
  const tokens = [...first, ...chosen, ...last]
  if (tokens.length !== vocabularySize || new Set(tokens).size !== vocabularySize)
    throw new RangeError(`${tokens.length} tokens, of which ${new Set(tokens).size} differ`)
  return tokens
}

const idsOf = (tokens: readonly string[]): Record<string, number> => Object.fromEntries(tokens.map((token, id) => [token, id]))

/** WordPiece (Schuster & Nakajima 2012) behind BERT's normalisation, uncased. */
function wordPiece(specification: TokenizerSpecification): TokenizerParts {
  const single = [...marks, ...digits, ...lowercase]
  const tokens = fill(specification, [...single, ...[...lowercase, ...digits].map((letter) => `##${letter}`), ...wordEndings, ...words])
  return {
    tokens,
    model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab: idsOf(tokens) },
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  }
}

/** Byte-pair encoding over bytes (Sennrich et al. 2016, arXiv:1508.07909; GPT-2's bytes), of which the vocabulary holds ASCII's. */
function byteLevelBpe(specification: TokenizerSpecification): TokenizerParts {
  const { pieces, merges } = bytePairs([...printableAscii, 'Ġ', 'Ċ'], 'Ġ', specification)
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true }
  const split = { type: 'Split', pattern: { Regex: gpt4Expression }, behavior: 'Isolated', invert: false }
  const isGpt4 = specification.splitting === 'gpt4'
  const tokens = fill(specification, pieces)
  return {
    tokens,
    model: { ...bpe(tokens, merges), ignore_merges: isGpt4 },
    normalizer: isGpt4 ? { type: 'NFC' } : null,
    pre_tokenizer: isGpt4
      ? { type: 'Sequence', pretokenizers: [split, { ...byteLevel, use_regex: false }] }
      : { ...byteLevel, use_regex: true },
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
  }
}

/** CLIP's byte-pair encoding: lower case, words end in `</w>`. */
function endOfWordBpe(specification: TokenizerSpecification): TokenizerParts {
  const letters = [...lowercase, ...digits, ...marks]
  const alphabet = [...letters, ...letters.map((letter) => `${letter}</w>`)]
  const ending = new Set(['e', 'n', 'd', 't', 's', 'r', 'g', 'y'])
  const pairs = mergePairs.flatMap(([left, right]): [string, string][] =>
    left.startsWith('_')
      ? []
      : ending.has(right)
        ? [
            [left, right],
            [left, `${right}</w>`],
          ]
        : [[left, right]],
  )
  const merged = pairs.filter(([left]) => left.length === 1)
  const merges = merged.slice(0, vocabularySize - alphabet.length - specification.first.length - specification.last.length)
  const tokens = fill(specification, [...alphabet, ...merges.map((pair) => pair.join(''))])
  return {
    tokens,
    model: { ...bpe(tokens, merges), unk_token: '<|endoftext|>', continuing_subword_prefix: '', end_of_word_suffix: '</w>' },
    normalizer: {
      type: 'Sequence',
      normalizers: [{ type: 'NFC' }, { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' }, { type: 'Lowercase' }],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: clipExpression }, behavior: 'Removed', invert: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true },
      ],
    },
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true },
  }
}

/** SentencePiece's byte-pair encoding, spaces as `▁` (Kudo & Richardson 2018, arXiv:1808.06226). */
function sentencePieceBpe(specification: TokenizerSpecification): TokenizerParts {
  const { pieces, merges } = bytePairs(['▁', ...lowercase, ...uppercase, ...digits, ...marks], '▁', specification)
  const tokens = fill(specification, pieces)
  return {
    tokens,
    model: { ...bpe(tokens, merges), unk_token: '<unk>', fuse_unk: true, byte_fallback: true },
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'Prepend', prepend: '▁' },
        { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
      ],
    },
    pre_tokenizer: null,
    decoder: {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: '▁' }, content: ' ' },
        { type: 'ByteFallback' },
        { type: 'Fuse' },
        { type: 'Strip', content: ' ', start: 1, stop: 0 },
      ],
    },
  }
}

/** Unigram language model (Kudo 2018, arXiv:1804.10959): longer pieces score better, later ones worse. */
function unigram(specification: TokenizerSpecification): TokenizerParts {
  const letters = ['▁', ...lowercase, ...uppercase, ...digits, ...marks]
  const long = [
    ...words.slice(0, 45).map((word) => `▁${word}`),
    's',
    'ing',
    'ed',
    'er',
    'ly',
    'es',
    'ion',
    'th',
    'he',
    'in',
    'an',
    'on',
  ].filter((piece) => !letters.includes(piece))
  const tokens = fill(specification, [...letters, ...long])
  const special = new Set([...specification.first, ...specification.last])
  // multiples of 1/16, which every machine writes alike
  const scoreOf = (token: string, id: number): number => (special.has(token) ? 0 : token.length > 1 ? -3 - id / 16 : -6 - id / 16)
  const metaspace = { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true }
  return {
    tokens,
    model: {
      type: 'Unigram',
      unk_id: tokens.indexOf(specification.roles.unk_token ?? ''),
      vocab: tokens.map((token, id) => [token, scoreOf(token, id)]),
      byte_fallback: false,
    },
    normalizer: { type: 'Sequence', normalizers: [{ type: 'NFKC' }, { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' }] },
    pre_tokenizer: metaspace,
    decoder: metaspace,
  }
}

/** One token for each character, as CTC heads spell; spaces are `|`. */
function characters(specification: TokenizerSpecification): TokenizerParts {
  const rest = [...uppercase, "'", ...digits, ...lowercase, ...printableAscii.filter((mark) => !/[A-Za-z0-9'|]/.test(mark))]
  const tokens = fill(specification, [...rest, ...words.slice(0, vocabularySize)])
  return {
    tokens,
    model: { vocab: idsOf(tokens) },
    normalizer: { type: 'Replace', pattern: { String: ' ' }, content: '|' },
    pre_tokenizer: { type: 'Split', pattern: { Regex: '' }, behavior: 'Isolated', invert: false },
    decoder: { type: 'CTC', pad_token: '<pad>', word_delimiter_token: '|', cleanup: true },
  }
}

function bytePairs(alphabet: readonly string[], space: string, { first, last }: TokenizerSpecification) {
  const room = vocabularySize - alphabet.length - first.length - last.length
  const merges = mergePairs.slice(0, room).map(([left, right]): [string, string] => [left.replace('_', space), right])
  return { merges, pieces: [...alphabet, ...merges.map((pair) => pair.join(''))] }
}

function bpe(tokens: readonly string[], merges: readonly (readonly [string, string])[]): { readonly [key: string]: Json } {
  return {
    type: 'BPE',
    dropout: null,
    unk_token: null,
    continuing_subword_prefix: null,
    end_of_word_suffix: null,
    fuse_unk: false,
    byte_fallback: false,
    vocab: idsOf(tokens),
    merges: merges.map((pair) => pair.join(' ')),
  }
}
