import type { TokenizerClass } from '../../model-type.ts'

/** How text becomes tokens. */
export type Algorithm = 'wordpiece' | 'byte-level-bpe' | 'end-of-word-bpe' | 'sentencepiece-bpe' | 'unigram' | 'characters'

/** Special tokens by the roles that `tokenizer_config.json` names. */
export type SpecialRole = 'bos_token' | 'eos_token' | 'unk_token' | 'sep_token' | 'pad_token' | 'cls_token' | 'mask_token'

/** What distinguishes upstream's tokenizer classes. */
export interface TokenizerSpecification {
  readonly algorithm: Algorithm
  /** Special tokens with the first ids, in order, then those with the last. */
  readonly first: readonly string[]
  readonly last: readonly string[]
  readonly roles: Readonly<Partial<Record<SpecialRole, string>>>
  /** What stands around one text and around a pair: special tokens, and `A`, `B` for the texts; `:1` gives token type 1. */
  readonly single: string
  readonly pair: string
  /** Pre-tokenization of byte-level BPE: GPT-2's expression, or that of GPT-4, which splits numbers. @default 'gpt2' */
  readonly splitting?: 'gpt2' | 'gpt4'
}

const bert: TokenizerSpecification = {
  algorithm: 'wordpiece',
  first: ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'],
  last: [],
  roles: { unk_token: '[UNK]', sep_token: '[SEP]', pad_token: '[PAD]', cls_token: '[CLS]', mask_token: '[MASK]' },
  single: '[CLS] A [SEP]',
  pair: '[CLS] A [SEP] B:1 [SEP]:1',
}

const roberta: TokenizerSpecification = {
  algorithm: 'byte-level-bpe',
  first: ['<s>', '<pad>', '</s>', '<unk>'],
  last: ['<mask>'],
  roles: {
    bos_token: '<s>',
    eos_token: '</s>',
    unk_token: '<unk>',
    sep_token: '</s>',
    pad_token: '<pad>',
    cls_token: '<s>',
    mask_token: '<mask>',
  },
  single: '<s> A </s>',
  pair: '<s> A </s> </s> B </s>',
}

const endOfText = '<|endoftext|>'

export const tokenizerSpecifications: Readonly<Record<TokenizerClass, TokenizerSpecification>> = {
  BertTokenizer: bert,
  DistilBertTokenizer: bert,
  RobertaTokenizer: roberta,
  BartTokenizer: roberta,
  DebertaV2Tokenizer: {
    algorithm: 'unigram',
    first: ['[PAD]', '[CLS]', '[SEP]', '[UNK]'],
    last: ['[MASK]'],
    roles: {
      bos_token: '[CLS]',
      eos_token: '[SEP]',
      unk_token: '[UNK]',
      sep_token: '[SEP]',
      pad_token: '[PAD]',
      cls_token: '[CLS]',
      mask_token: '[MASK]',
    },
    single: '[CLS] A [SEP]',
    pair: '[CLS] A [SEP] B:1 [SEP]:1',
  },
  GPT2Tokenizer: {
    algorithm: 'byte-level-bpe',
    first: [],
    last: [endOfText],
    roles: { bos_token: endOfText, eos_token: endOfText, unk_token: endOfText },
    single: 'A',
    pair: 'A B',
  },
  GPTNeoXTokenizer: {
    algorithm: 'byte-level-bpe',
    first: [endOfText, '<|padding|>'],
    last: [],
    roles: { bos_token: endOfText, eos_token: endOfText, unk_token: endOfText },
    single: 'A',
    pair: 'A B',
  },
  Qwen2Tokenizer: {
    algorithm: 'byte-level-bpe',
    first: [],
    last: [endOfText],
    roles: { eos_token: endOfText, pad_token: endOfText },
    single: 'A',
    pair: 'A B',
    splitting: 'gpt4',
  },
  PreTrainedTokenizerFast: {
    algorithm: 'byte-level-bpe',
    first: [],
    last: ['<|begin_of_text|>', '<|end_of_text|>'],
    roles: { bos_token: '<|begin_of_text|>', eos_token: '<|end_of_text|>' },
    single: '<|begin_of_text|> A',
    pair: '<|begin_of_text|> A <|begin_of_text|> B',
    splitting: 'gpt4',
  },
  LlamaTokenizer: {
    algorithm: 'sentencepiece-bpe',
    first: ['<unk>', '<s>', '</s>'],
    last: [],
    roles: { bos_token: '<s>', eos_token: '</s>', unk_token: '<unk>' },
    single: '<s> A',
    pair: '<s> A <s> B',
  },
  GemmaTokenizer: {
    algorithm: 'sentencepiece-bpe',
    first: ['<pad>', '<eos>', '<bos>', '<unk>'],
    last: [],
    roles: { bos_token: '<bos>', eos_token: '<eos>', unk_token: '<unk>', pad_token: '<pad>' },
    single: '<bos> A',
    pair: '<bos> A <bos> B',
  },
  T5Tokenizer: {
    algorithm: 'unigram',
    first: ['<pad>', '</s>', '<unk>'],
    last: ['<extra_id_1>', '<extra_id_0>'],
    roles: { eos_token: '</s>', unk_token: '<unk>', pad_token: '<pad>' },
    single: 'A </s>',
    pair: 'A </s> B </s>',
  },
  SiglipTokenizer: {
    algorithm: 'unigram',
    first: ['<pad>', '</s>', '<unk>'],
    last: [],
    roles: { eos_token: '</s>', unk_token: '<unk>', pad_token: '</s>' },
    single: 'A </s>',
    pair: 'A </s> B </s>',
  },
  CLIPTokenizer: {
    algorithm: 'end-of-word-bpe',
    first: [],
    last: ['<|startoftext|>', endOfText],
    roles: { bos_token: '<|startoftext|>', eos_token: endOfText, unk_token: endOfText, pad_token: endOfText },
    single: `<|startoftext|> A ${endOfText}`,
    pair: `<|startoftext|> A ${endOfText} ${endOfText} B ${endOfText}`,
  },
  WhisperTokenizer: {
    algorithm: 'byte-level-bpe',
    first: [],
    last: [endOfText, '<|startoftranscript|>', '<|en|>', '<|translate|>', '<|transcribe|>', '<|startofprev|>', '<|notimestamps|>'],
    roles: { bos_token: endOfText, eos_token: endOfText, unk_token: endOfText, pad_token: endOfText },
    single: `<|startoftranscript|> <|notimestamps|> A ${endOfText}`,
    pair: `<|startoftranscript|> <|notimestamps|> A B ${endOfText}`,
  },
  Wav2Vec2CTCTokenizer: {
    algorithm: 'characters',
    first: ['<pad>', '<s>', '</s>', '<unk>', '|'],
    last: [],
    roles: { bos_token: '<s>', eos_token: '</s>', unk_token: '<unk>', pad_token: '<pad>' },
    single: 'A',
    pair: 'A B',
  },
}
