import { chartFont, type Canvas } from './draw-plot.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'
const padding = 16

/** A drawing that stands alone: with its title, its note and a background. Text is set as text, never as markup. */
export function composeSvg(canvas: Canvas, drawing: SVGSVGElement, title: string, note: string): SVGSVGElement {
  const width = canvas.width + 2 * padding
  const titleLines = wrap(title, Math.floor(canvas.width / 9))
  const noteLines = wrap(note, Math.floor(canvas.width / 6.6))
  const top = padding + titleLines.length * 22 + noteLines.length * 17 + 10
  const height = top + Number(drawing.getAttribute('height')) + padding
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'font-family': chartFont })
  const name = element('title', {})
  name.textContent = title
  svg.append(name, element('rect', { width, height, fill: canvas.palette.surface }))
  for (const [index, line] of titleLines.entries()) svg.append(label(line, padding + 16 + index * 22, 16, 600, canvas.palette.text))
  for (const [index, line] of noteLines.entries())
    svg.append(label(line, padding + titleLines.length * 22 + 12 + index * 17, 12, 400, canvas.palette.muted))
  drawing.setAttribute('x', String(padding))
  drawing.setAttribute('y', String(top))
  svg.append(drawing)
  return svg
}

export function svgText(svg: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(svg)
}

/** Twice the size in pixels, for sharp screens. */
export async function svgToPng(svg: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`
  await image.decode()
  const sheet = document.createElement('canvas')
  sheet.width = Number(svg.getAttribute('width')) * 2
  sheet.height = Number(svg.getAttribute('height')) * 2
  sheet.getContext('2d')?.drawImage(image, 0, 0, sheet.width, sheet.height)
  return new Promise((resolve, reject) => {
    sheet.toBlob(
      (blob) => (blob === null ? reject(new Error('This browser cannot draw a picture of that size.')) : resolve(blob)),
      'image/png',
    )
  })
}

function label(line: string, y: number, size: number, weight: number, fill: string): SVGElement {
  const text = element('text', { x: padding, y, 'font-size': size, 'font-weight': weight, fill })
  text.textContent = line
  return text
}

function element<K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string | number>): SVGElementTagNameMap[K] {
  const node = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value))
  return node
}

/** Breaks at spaces; a word longer than a line stays whole. */
export function wrap(text: string, longest: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= longest) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
