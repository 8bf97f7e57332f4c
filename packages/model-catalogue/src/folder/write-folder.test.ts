import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadModelType } from '../registry.ts'
import { FolderExistsError, seededModelFolder, writeModelFolder } from './write-folder.ts'

let root: string
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'folder-'))))
afterEach(() => rm(root, { recursive: true, force: true }))

const bert = await loadModelType('bert')

test('writes the hub’s layout and leaves nothing else', async () => {
  await writeModelFolder(bert, join(root, 'a', 'bert'))
  expect((await readdir(join(root, 'a', 'bert'), { recursive: true })).sort()).toEqual(
    ['config.json', 'onnx', 'onnx/model.onnx', 'special_tokens_map.json', 'tokenizer.json', 'tokenizer_config.json'].sort(),
  )
  expect(JSON.parse(await readFile(join(root, 'a', 'bert', 'config.json'), 'utf8'))).toEqual(bert.config)
  expect(await readdir(join(root, 'a'))).toEqual(['bert'])
})

test('generating types have a generation_config, encoder-decoders three graphs', async () => {
  await writeModelFolder(await loadModelType('t5'), join(root, 't5'))
  expect(JSON.parse(await readFile(join(root, 't5', 'generation_config.json'), 'utf8'))).toEqual({
    _from_model_config: true,
    eos_token_id: 1,
    pad_token_id: 0,
    decoder_start_token_id: 0,
  })
  expect((await readdir(join(root, 't5', 'onnx'))).sort()).toEqual(['decoder_model_merged.onnx', 'encoder_model.onnx', 'model.onnx'])
})

test('does not touch what stands there', async () => {
  await mkdir(join(root, 'mine'))
  await writeFile(join(root, 'mine', 'notes.txt'), 'keep')
  await expect(writeModelFolder(bert, join(root, 'mine'))).rejects.toThrow(FolderExistsError)
  expect(await readdir(root)).toEqual(['mine'])
  expect(await readdir(join(root, 'mine'))).toEqual(['notes.txt'])
})

test('the cache writes once, for many callers at once', async () => {
  const paths = await Promise.all(Array.from({ length: 6 }, () => seededModelFolder(bert, root)))
  expect(new Set(paths).size).toBe(1)
  expect(await readdir(join(root, 'models'))).toHaveLength(1)
  expect(await seededModelFolder(bert, root, { seed: 1 })).not.toBe(paths[0])
})

test('the cache makes a cut folder whole again', async () => {
  const folder = await seededModelFolder(bert, root)
  const whole = await readFile(join(folder, 'onnx/model.onnx'))
  await truncate(join(folder, 'onnx/model.onnx'), 100)
  await rm(join(folder, 'config.json'))
  expect(await seededModelFolder(bert, root)).toBe(folder)
  expect(Buffer.compare(await readFile(join(folder, 'onnx/model.onnx')), whole)).toBe(0)
  expect(await readdir(join(root, 'models'))).toHaveLength(1)
})
