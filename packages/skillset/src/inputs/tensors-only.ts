import { SkillError } from '../core/skill-error.ts'

/** For tasks whose inputs have no form of their own here. */
export function tensorsOnly(): never {
  throw new SkillError('this task takes ready-made tensors', {
    input: 'input',
    nextStep: 'skill.run({ tensors }), as the model’s inputs are named',
  })
}
