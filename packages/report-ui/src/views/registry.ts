import { coverage } from './coverage.tsx'
import { distribution } from './distribution.tsx'
import { heatMap } from './heat-map.tsx'
import { slowest } from './slowest.tsx'
import { verdict } from './verdict.tsx'
import type { View } from './view.ts'

/** In the order of their keys, `1` first. */
export const views: readonly [View, ...View[]] = [verdict, heatMap, distribution, slowest, coverage]

export function viewOf(id: string | null): View {
  return views.find((view) => view.id === id) ?? views[0]
}
