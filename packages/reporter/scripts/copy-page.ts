/** Copies the built page beside `dist`, where the reporter looks for it. Run after the page was built. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const assets = join(import.meta.dirname, '..', 'assets')
mkdirSync(assets, { recursive: true })
copyFileSync(join(import.meta.dirname, '..', '..', 'report-ui', 'dist', 'page.html'), join(assets, 'page.html'))
