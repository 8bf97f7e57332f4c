/** Name of the result that stands for a test file that could not be loaded: it has no test to be blamed. */
export const fileTestName = '(the whole file)'

const hooks = '(hooks of this suite)'

/** Name of the result that stands for a suite whose hooks failed. */
export function suiteTestName(suite: string): string {
  return `${suite} > ${hooks}`
}

/** Whether a result stands for more than a test, so that only its file can be run again. */
export function isWholeFile(name: string): boolean {
  return name === fileTestName || name.endsWith(hooks)
}
