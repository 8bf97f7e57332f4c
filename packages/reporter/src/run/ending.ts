/** What is only needed when a run ends; loaded while its first worker starts. */
export { annotations } from '../output/annotations.ts'
export { colours } from '../output/colours.ts'
export { terminalReport } from '../output/terminal.ts'
export { finishRun } from './finish-run.ts'
