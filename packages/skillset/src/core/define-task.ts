import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWithFallback } from '@vitest-hardware/backends'
import { type ModelRequest, resolveModel } from '@vitest-hardware/model-catalogue'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { loadTokenizer, type TextTokenizer } from '../inputs/tokenizer.ts'
import { chainOf } from './backend-chain.ts'
import { labelsOf, readJson } from './folder-facts.ts'
import type { OpenSkill, RawTensors, Skill, SkillContext, SkillOptions, SkillSpecification, TaskDefinition } from './skill.ts'

/**
 * Makes a task of its two halves. What it returns is called by generated skillsets with a model, and by users, with options, to load it.
 * @example
 * await using skill = await bert.fillMask()
 * const [best] = await skill.run('Paris is the [MASK] of France.')
 */
export function defineTask<Input, Output>(
  definition: TaskDefinition<Input, Output>,
): (specification: SkillSpecification) => OpenSkill<Input, Output> {
  return (specification) =>
    (options = {}) =>
      openSkill(definition, specification, options)
}

async function openSkill<Input, Output>(
  definition: TaskDefinition<Input, Output>,
  { labels, ...request }: SkillSpecification,
  { backend = 'auto', fallback, source, session: sessionOptions, cacheFolder = join(tmpdir(), 'vitest-hardware'), signal }: SkillOptions,
): Promise<Skill<Input, Output>> {
  const model = await resolveModel(source ?? withTask(request, definition.task), {
    cacheFolder,
    root: process.cwd(),
    ...(signal === undefined ? {} : { signal }),
  })
  const session = await openWithFallback(await chainOf(backend, fallback), { path: model.path }, sessionOptions)
  const config = await readJson(model.folder, 'config.json')
  let tokenizer: Promise<TextTokenizer> | undefined
  const context: SkillContext = {
    model,
    session,
    config,
    labels: labelsOf(config, source === undefined ? labels : undefined),
    preprocessor: await readJson(model.folder, 'preprocessor_config.json'),
    tokenizer: () => (tokenizer ??= loadTokenizer(model)),
  }
  const preprocess = async (input: Input | RawTensors): Promise<Tensors> =>
    isRaw(input) ? input.tensors : definition.preprocess(input, context)
  return {
    model,
    session,
    ran: session.ran,
    preprocess,
    postprocess: (outputs) => definition.postprocess(outputs, context),
    async run(input) {
      const inputs = await preprocess(input)
      return definition.answer?.(inputs, context) ?? definition.postprocess(await session.run(inputs), context)
    },
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  }
}

function withTask(request: ModelRequest, task: string): ModelRequest {
  return 'model' in request ? { ...request, task } : request
}

function isRaw(input: unknown): input is RawTensors {
  return typeof input === 'object' && input !== null && 'tensors' in input
}
