import { parser } from '@lezer/python'

/** A node of a Python file's syntax tree. */
type SyntaxNode = ReturnType<typeof parser.parse>['topNode']

/** What a literal stands for; undefined for anything that would have to be run. */
export type Literal = string | number | boolean | null | readonly Literal[] | undefined

/** A class's own fields with literal values: annotated fields, plain ones, and defaults of `__init__`. */
export interface PythonClass {
  readonly name: string
  readonly bases: readonly string[]
  readonly fields: Readonly<Record<string, Literal>>
}

/** A Python file that is read, never run. */
export class PythonSource {
  readonly #text: string
  readonly #top: SyntaxNode

  constructor(text: string) {
    this.#text = text
    this.#top = parser.parse(text).topNode
  }

  /** Pairs of every `NAME = OrderedDict([("key", value), …])` and `NAME = {…}` at the top level, by name; `NAME.update(…)` adds to them. */
  mappings(): ReadonlyMap<string, ReadonlyMap<string, Literal>> {
    const found = new Map<string, Map<string, Literal>>()
    for (const statement of children(this.#top)) {
      const target = this.#mappingTarget(statement)
      if (target === null) continue
      const pairs = found.get(target.name) ?? new Map<string, Literal>()
      for (const [key, value] of this.#pairsOf(target.value)) pairs.set(key, value)
      found.set(target.name, pairs)
    }
    return found
  }

  classes(): PythonClass[] {
    const definitions = children(this.#top).flatMap((statement) =>
      statement.name === 'DecoratedStatement' ? children(statement).filter(({ name }) => name === 'ClassDefinition') : [statement],
    )
    return definitions.filter(({ name }) => name === 'ClassDefinition').map((definition) => this.#classOf(definition))
  }

  /** A string literal that is an argument of a decorator, such as `checkpoint="org/name"`, by class. */
  decoratorArguments(argument: string): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    for (const statement of children(this.#top).filter(({ name }) => name === 'DecoratedStatement')) {
      const definition = statement.getChild('ClassDefinition')
      const value = new RegExp(String.raw`\b${argument}\s*=\s*["']([^"']+)["']`).exec(this.#textOf(statement).split(/^class /m)[0]!)?.[1]
      if (definition !== null && value !== undefined) found.set(this.#textOf(definition.getChild('VariableName')!), value)
    }
    return found
  }

  #mappingTarget(statement: SyntaxNode): { readonly name: string; readonly value: SyntaxNode } | null {
    if (statement.name === 'AssignStatement') {
      const [target] = children(statement)
      const value = statement.lastChild
      return target?.name === 'VariableName' && value !== null ? { name: this.#textOf(target), value } : null
    }
    const call = statement.getChild('CallExpression')
    const member = call?.getChild('MemberExpression')
    if (!call || !member || !this.#textOf(member).endsWith('.update')) return null
    return { name: this.#textOf(member).replace(/\.update$/, ''), value: call }
  }

  /** Pairs of a dictionary, or of the tuples in a call's list. */
  *#pairsOf(value: SyntaxNode): Generator<[string, Literal]> {
    if (value.name === 'DictionaryExpression') {
      const parts = children(value).filter(({ name }) => !['{', '}', ',', ':'].includes(name))
      for (let index = 0; index + 1 < parts.length; index += 2) {
        const key = this.#literal(parts[index]!)
        if (typeof key === 'string') yield [key, this.#literal(parts[index + 1]!)]
      }
    } else if (value.name === 'CallExpression' || value.name === 'ArgList' || value.name === 'ArrayExpression') {
      for (const child of children(value)) yield* this.#pairsOf(child)
    } else if (value.name === 'TupleExpression') {
      const pair = this.#literal(value)
      if (Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string') yield [pair[0], pair[1] as Literal]
    }
  }

  #classOf(definition: SyntaxNode): PythonClass {
    const name = this.#textOf(definition.getChild('VariableName')!)
    const bases = children(definition.getChild('ArgList') ?? definition)
      .filter((node) => definition.getChild('ArgList') !== null && (node.name === 'VariableName' || node.name === 'MemberExpression'))
      .map((node) => this.#textOf(node))
    const fields: Record<string, Literal> = {}
    for (const statement of children(definition.getChild('Body') ?? definition)) {
      if (statement.name === 'AssignStatement') this.#addField(fields, statement)
      if (statement.name === 'FunctionDefinition' && this.#textOf(statement.getChild('VariableName')!) === '__init__')
        this.#addParameters(fields, statement.getChild('ParamList')!)
    }
    return { name, bases, fields }
  }

  #addField(fields: Record<string, Literal>, statement: SyntaxNode): void {
    const target = statement.firstChild
    const value = statement.lastChild
    if (target?.name !== 'VariableName' || value === null || statement.getChild('AssignOp') === null) return
    const literal = this.#literal(value)
    if (literal !== undefined) fields[this.#textOf(target)] = literal
  }

  #addParameters(fields: Record<string, Literal>, parameters: SyntaxNode): void {
    let name: string | null = null
    let isDefault = false
    for (const node of children(parameters)) {
      if (node.name === 'AssignOp') isDefault = true
      else if (isDefault && name !== null) {
        const literal = this.#literal(node)
        if (literal !== undefined) fields[name] = literal
        isDefault = false
        name = null
      } else if (node.name === 'VariableName') name = this.#textOf(node)
    }
  }

  #literal(node: SyntaxNode): Literal {
    const text = this.#textOf(node)
    switch (node.name) {
      case 'String':
        return stringOf(text)
      case 'Number':
        return Number(text.replaceAll('_', ''))
      case 'UnaryExpression':
        return /^-[\d._e]+$/.test(text) ? Number(text.replaceAll('_', '')) : undefined
      case 'Boolean':
        return text === 'True'
      case 'None':
        return null
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'ParenthesizedExpression':
        return listOf(
          children(node)
            .filter(({ name }) => !['[', ']', '(', ')', ','].includes(name))
            .map((item) => this.#literal(item)),
        )
      default:
        return undefined
    }
  }

  #textOf(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to)
  }
}

function children(node: SyntaxNode): SyntaxNode[] {
  const all: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) all.push(child)
  return all
}

function listOf(items: readonly Literal[]): Literal {
  return items.includes(undefined) ? undefined : items
}

/** A plain string; one with a prefix or an escape would have to be run. */
function stringOf(text: string): string | undefined {
  const match = /^(["'])([^\\]*)\1$/s.exec(text)
  return match === null || match[2]!.startsWith('""') ? undefined : match[2]
}
