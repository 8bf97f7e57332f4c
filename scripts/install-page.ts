// Puts the built page where the reporter ships it: the page's own package is not published.
import { copyFileSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const packages = resolve(import.meta.dirname, '..', 'packages')
mkdirSync(join(packages, 'reporter', 'assets'), { recursive: true })
copyFileSync(join(packages, 'report-ui', 'dist', 'page.html'), join(packages, 'reporter', 'assets', 'page.html'))
