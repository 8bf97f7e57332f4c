// Installs what the tests need beyond npm, on Debian and its relatives. Elsewhere it says what to install by hand.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { getuid } from 'node:process'

interface SystemPackage {
  readonly name: string
  readonly present: () => boolean
  readonly purpose: string
}

const packages: readonly SystemPackage[] = [
  { name: 'firefox-esr', present: () => existsSync('/usr/bin/firefox-esr'), purpose: 'opens the report page in a second browser' },
]

const missing = packages.filter((item) => !item.present())
for (const item of packages) process.stdout.write(`${missing.includes(item) ? 'missing' : 'present'}  ${item.name}: ${item.purpose}\n`)
if (missing.length === 0) process.exit(0)
if (!existsSync('/usr/bin/apt-get')) {
  process.stderr.write(`This is no Debian: install ${missing.map((item) => item.name).join(', ')} with your own package manager.\n`)
  process.exit(2)
}
const sudo = getuid?.() === 0 ? [] : ['sudo']
run([...sudo, 'apt-get', 'update', '-qq'])
run([...sudo, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing.map((item) => item.name)])

function run(command: readonly string[]): void {
  const { status } = spawnSync(command[0]!, command.slice(1), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) {
    process.stderr.write(`${command.join(' ')} failed; run it by hand to see why.\n`)
    process.exit(2)
  }
}
