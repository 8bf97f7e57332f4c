/** `id2label` and `label2id` as upstream names labels that nobody named. */
export function labelMaps(count: number): {
  readonly id2label: Readonly<Record<string, string>>
  readonly label2id: Readonly<Record<string, number>>
} {
  const names = Array.from({ length: count }, (_, index) => `LABEL_${index}`)
  return {
    id2label: Object.fromEntries(names.map((name, index) => [String(index), name])),
    label2id: Object.fromEntries(names.map((name, index) => [name, index])),
  }
}
