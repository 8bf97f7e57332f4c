import { readFileSync } from 'node:fs'
import { UsageError } from '@vitest-hardware/contracts/base'
import { Command, CommanderError } from 'commander'

/** Adds each command; the file of one brings what it needs, which the others should not have to load. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  coverage: async () => (await import('./coverage.ts')).addCoverage,
  generate: async () => (await import('./generate.ts')).addGenerate,
  report: async () => (await import('./report.ts')).addReport,
  db: async () => (await import('./db.ts')).addDb,
}

/**
 * Runs `vitest-hardware` with the arguments after its name.
 * @returns the exit code: 0 fine, 1 a test failed or a regression, 2 wrong usage or environment
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  const program = new Command('vitest-hardware')
    .description('Test models on real backends with Vitest.\nTests run with: vitest run --project hardware')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(vitest-hardware --help lists the commands and flags)')
  const asked = args.find((argument) => !argument.startsWith('-'))
  const wanted = asked !== undefined && Object.hasOwn(commands, asked) ? [commands[asked]!] : Object.values(commands)
  for (const add of await Promise.all(wanted.map((load) => load()))) add(program)
  for (const command of program.commands) inheritSettings(program, command)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    return exitCodeOf(error)
  }
}

function inheritSettings(parent: Command, command: Command): void {
  command.copyInheritedSettings(parent)
  for (const child of command.commands) inheritSettings(command, child)
}

function exitCodeOf(error: unknown): number {
  // commander has printed its message; it ends help and --version this way too
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n`)
    return error.exitCode
  }
  throw error
}
