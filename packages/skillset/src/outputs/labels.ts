import { argmax, type Numbers, rowCount, rowOf, softmax } from './numbers.ts'

export interface LabelScore {
  readonly label: string
  /** Probability, 0 … 1. */
  readonly score: number
}

/** Labels by probability, the best first; several rows of a batch give several answers. */
export function rankLabels(logits: Numbers, labels: readonly string[]): LabelScore[] {
  const scores = softmax(rowOf(logits, 0))
  return scores.map((score, index) => ({ label: nameOf(labels, index), score })).sort((a, b) => b.score - a.score)
}

/** The best label of each row. */
export function bestLabels(logits: Numbers, labels: readonly string[]): LabelScore[] {
  return Array.from({ length: rowCount(logits) }, (_, index) => {
    const scores = softmax(rowOf(logits, index))
    const best = argmax(scores)
    return { label: nameOf(labels, best), score: scores[best]! }
  })
}

export function nameOf(labels: readonly string[], index: number): string {
  return labels[index] ?? `LABEL_${index}`
}
