import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders below `packages/` that are published. */
export function publishedPackages(root: string): string[] {
  return readdirSync(join(root, 'packages'))
    .filter((folder) => {
      const { private: isPrivate } = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as {
        private?: boolean
      }
      return isPrivate !== true
    })
    .sort()
}

/** Packs every published package into `folder` and returns the tarballs' paths. Build first. */
export function packAll(root: string, folder: string): string[] {
  const args = [
    'pack',
    '--json',
    '--silent',
    '--pack-destination',
    folder,
    ...publishedPackages(root).flatMap((name) => ['-w', `packages/${name}`]),
  ]
  const packed = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as
    | { filename: string }[]
    | Record<string, { filename: string }>
  return Object.values(packed).map(({ filename }) => join(folder, filename))
}
