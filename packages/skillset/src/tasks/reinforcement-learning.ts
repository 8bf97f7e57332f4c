import { tensorsTask } from './tensors-task.ts'

/** Next actions of a trajectory. */
export const reinforcementLearning = tensorsTask('reinforcement-learning')
