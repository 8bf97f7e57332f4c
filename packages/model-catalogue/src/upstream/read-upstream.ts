import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts/base'
import type { HeadFacts } from '../facts.ts'
import { type Literal, type PythonClass, PythonSource } from './python-source.ts'
import { autoClasses } from './auto-classes.ts'

/** What a checkout of the upstream library says of one model type. */
export interface UpstreamType {
  readonly type: string
  readonly configClass: string
  readonly heads: readonly HeadFacts[]
  /** Plain numbers, words and switches among the configuration's defaults. */
  readonly sizes: Readonly<Record<string, Literal>>
  readonly checkpoint: string | null
  /** Class names by kind. */
  readonly preprocessors: Readonly<Record<string, Literal>>
  /** Whether it is a part of another type. */
  readonly isPart: boolean
}

const processors = {
  tokenizer: 'TOKENIZER_MAPPING_NAMES',
  imageProcessor: 'IMAGE_PROCESSOR_MAPPING_NAMES',
  videoProcessor: 'VIDEO_PROCESSOR_MAPPING_NAMES',
  featureExtractor: 'FEATURE_EXTRACTOR_MAPPING_NAMES',
  processor: 'PROCESSOR_MAPPING_NAMES',
} as const

/**
 * Reads the model types of a checkout (or an installed package) of the upstream library, by parsing; nothing of it is run.
 * @param folder the checkout, its `src`, or the package folder `transformers`
 * @throws {UsageError} there are no models in it
 */
export function readUpstream(folder: string): readonly UpstreamType[] {
  const models = [folder, join(folder, 'transformers'), join(folder, 'src', 'transformers')]
    .map((root) => join(root, 'models'))
    .find((path) => existsSync(join(path, 'auto', 'modeling_auto.py')))
  if (models === undefined) {
    throw new UsageError('this is no checkout of the upstream library', {
      input: folder,
      nextStep: 'name a folder that holds src/transformers/models/auto/modeling_auto.py',
    })
  }
  const mappings = autoMappings(join(models, 'auto'))
  const configs = configClasses(models)
  const parts = partsOf(configs)
  const of = (name: string): ReadonlyMap<string, Literal> => mappings.get(name) ?? new Map<string, Literal>()
  return [...of('CONFIG_MAPPING_NAMES')].flatMap(([type, configClass]) => {
    if (typeof configClass !== 'string') return []
    const config = configs.get(configClass)
    return [
      {
        type,
        configClass,
        heads: headsOf(type, of),
        sizes: config === undefined ? {} : sizesOf(config, configs),
        checkpoint: config?.checkpoint ?? null,
        preprocessors: Object.fromEntries(
          Object.entries(processors).flatMap(([kind, name]) => (of(name).has(type) ? [[kind, of(name).get(type) ?? null]] : [])),
        ),
        isPart: parts.has(configClass) || /_(text|vision|audio|encoder|decoder|qformer|thinker|talker|code2wav)(_\w+)?$/.test(type),
      },
    ]
  })
}

function autoMappings(folder: string): ReadonlyMap<string, ReadonlyMap<string, Literal>> {
  const all = new Map<string, Map<string, Literal>>()
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort()) {
    for (const [name, pairs] of new PythonSource(readFileSync(join(folder, file), 'utf8')).mappings())
      all.set(name, new Map([...(all.get(name) ?? []), ...pairs]))
  }
  return all
}

type ConfigClass = PythonClass & { readonly checkpoint: string | null; readonly subConfigs: readonly string[] }

function configClasses(models: string): ReadonlyMap<string, ConfigClass> {
  const classes = new Map<string, ConfigClass>()
  for (const file of readdirSync(models, { recursive: true, encoding: 'utf8' }).filter((name) => /configuration_\w+\.py$/.test(name))) {
    const text = readFileSync(join(models, file), 'utf8')
    const source = new PythonSource(text)
    const checkpoints = source.decoratorArguments('checkpoint')
    for (const one of source.classes()) {
      const body = text.slice(text.indexOf(`class ${one.name}(`))
      const subConfigs = /\bsub_configs\s*=\s*\{([^}]*)\}/.exec(body.split(/\nclass /)[0]!)?.[1] ?? ''
      classes.set(one.name, {
        ...one,
        checkpoint: checkpoints.get(one.name) ?? null,
        subConfigs: [...subConfigs.matchAll(/:\s*(\w+Config)\b/g)].map(([, name]) => name!),
      })
    }
  }
  return classes
}

/** Configurations that another one consists of. */
function partsOf(configs: ReadonlyMap<string, ConfigClass>): ReadonlySet<string> {
  return new Set([...configs.values()].flatMap(({ name, subConfigs }) => subConfigs.filter((sub) => sub !== name && sub !== 'AutoConfig')))
}

/** Own defaults over those of the configuration that it extends. */
function sizesOf(config: ConfigClass, configs: ReadonlyMap<string, ConfigClass>): Record<string, Literal> {
  const inherited = config.bases.flatMap((base) => {
    const parent = configs.get(base)
    return parent === undefined || parent.name === config.name ? [] : Object.entries(sizesOf(parent, configs))
  })
  const own = Object.entries(config.fields).filter(([field, value]) => isSize(field, value))
  return Object.fromEntries([...inherited, ...own])
}

function isSize(field: string, value: Literal): boolean {
  if (field === 'model_type' || field.startsWith('_') || /(drop|prob|initializer|_token_id|_coef|loss)/.test(field)) return false
  return typeof value === 'number' || typeof value === 'string'
}

function headsOf(type: string, of: (name: string) => ReadonlyMap<string, Literal>): HeadFacts[] {
  return autoClasses.flatMap(({ auto, task, mapping }) => {
    const found = of(mapping).get(type)
    const classes = typeof found === 'string' ? [found] : Array.isArray(found) ? found.filter((name) => typeof name === 'string') : []
    return classes.map((name) => ({ task, auto, class: name }))
  })
}
