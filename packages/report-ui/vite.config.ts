import { createHash } from 'node:crypto'
import { defineConfig, type Plugin } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

const reportMarker = '<!--report-data-->'

/**
 * Lets the page run its own script and no other: the policy names the script by its hash, so markup that slipped in from data stays dead.
 * Also refuses to build a template in which the reporter could not find the one place for its data.
 */
function sealPage(): Plugin {
  return {
    name: 'seal-page',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html')) file.source = seal(file.fileName, String(file.source))
        }
      },
    },
  }
}

function seal(fileName: string, html: string): string {
  const script = /<script type="module"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
  if (script === '') throw new Error(`${fileName} has no inline module script`)
  const hash = createHash('sha256').update(script).digest('base64')
  const sealed = html.split("'script-hash'").join(`'sha256-${hash}'`)
  const markers = sealed.split(reportMarker).length - 1
  if (markers !== 1) throw new Error(`${fileName} holds ${markers} places for the report, not 1`)
  return sealed
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), sealPage()],
  build: {
    outDir: 'dist',
    // `tsc -b` keeps its declarations and build info in the same folder.
    emptyOutDir: false,
    target: 'es2022',
    rolldownOptions: { input: 'page.html' },
  },
})
