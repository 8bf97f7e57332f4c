#!/usr/bin/env node
import { runCommandLine } from './command-line.ts'

const exitCode = await runCommandLine(process.argv.slice(2))
// a command may have set its own: 1 where what it looked at is not fine
if (exitCode !== 0) process.exitCode = exitCode
