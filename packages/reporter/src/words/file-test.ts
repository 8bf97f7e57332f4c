/** Name of the result that stands for a test file that could not be loaded, or whose hooks failed: it has no test to be blamed. */
export const fileTestName = '(the whole file)'
