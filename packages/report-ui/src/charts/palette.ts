import { signal } from '@preact/signals'

const tokens = ['text', 'muted', 'line', 'surface', 'worse', 'better', 'failed', 'passed', 'unsure', 'neutral', 'accent'] as const

/** Colours of the current theme as plain values, so that an exported drawing needs no style sheet. */
export type Palette = Readonly<Record<(typeof tokens)[number], string>>

/** The style sheet is the one source of colours; an element that wears a token tells what it comes to. */
function readPalette(): Palette {
  const probe = document.createElement('span')
  document.body.append(probe)
  const entries = tokens.map((token) => {
    probe.style.color = `var(--${token})`
    return [token, getComputedStyle(probe).color]
  })
  probe.remove()
  return Object.fromEntries(entries) as Palette
}

export const palette = signal<Palette>(readPalette())

/** `auto` follows the system. */
export function applyTheme(theme: 'auto' | 'light' | 'dark'): void {
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme
  palette.value = readPalette()
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  palette.value = readPalette()
})
