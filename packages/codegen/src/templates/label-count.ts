import type { Head } from '../module-facts.ts'

/** `labels` of a skill: the axis of the logits that counts them, the second of a map over an image, else the last. */
export function labelCount({ outputs }: Head): { readonly labels?: string } {
  const shape = outputs['logits']?.[1] ?? []
  const count = shape.length === 4 ? shape[1] : shape.at(-1)
  return typeof count === 'number' ? { labels: String(count) } : {}
}
