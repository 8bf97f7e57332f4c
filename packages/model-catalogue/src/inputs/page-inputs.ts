import { type InputRule, numbers } from './input-rule.ts'

/** Boxes of words on a page, `[…, 4]`: left, top, right, bottom, in thousandths of its size, as LayoutLM and its kin take them. */
export const pageRules: readonly InputRule[] = [
  {
    names: /^bbox$/,
    fill: ({ count, random }) => {
      let [left, top] = [0, 0]
      return numbers(count, (index) => {
        const place = Math.floor(random() * 500)
        if (index % 4 === 0) return (left = place)
        if (index % 4 === 1) return (top = place)
        return (index % 4 === 2 ? left : top) + 1 + place
      })
    },
  },
]
