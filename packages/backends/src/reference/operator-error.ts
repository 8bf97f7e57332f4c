/** What no evaluation can give: numbers that are random, or values that the backend which computes the node does not take. */
export class UnsupportedOperatorError extends Error {
  override readonly name = 'UnsupportedOperatorError'

  constructor(what: string, { node, operator }: { readonly node: string; readonly operator: string }) {
    super(`node '${node}' (${operator}): ${what}`)
  }
}

/** An operator's inputs or attributes break the rules of its specification. The session turns it into a `RunError`. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
  /** Name of the node. */
  readonly node: string
  readonly operator: string

  constructor(what: string, about: { node: string; operator: string; input?: string | undefined; cause?: unknown }) {
    const input = about.input === undefined ? '' : `, input '${about.input}'`
    super(`node '${about.node}' (${about.operator})${input}: ${what}`, { cause: about.cause })
    this.node = about.node
    this.operator = about.operator
  }
}
