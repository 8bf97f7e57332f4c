import { type BackendName, backendNames } from '@vitest-hardware/contracts'
import type { OpenSkill } from '@vitest-hardware/skillset'
import { expect } from 'vitest'
import { hardwareContext } from '../hardware-context.ts'
import type { ModelTestAPI } from '../model/model-test.ts'

/** The type's skill loads on the backend under test, and no other, and turns the model's inputs into an answer of finite numbers. */
export function answersBySkill<Input, Output>(test: ModelTestAPI, open: OpenSkill<Input, Output>): void {
  test('answers by its skill', async ({ backend, model, skip }) => {
    skip(backend.browser !== undefined || !isBuiltIn(backend.name), 'a skill runs on this process’s own backends')
    const { cacheFolder } = hardwareContext()
    await using skill = await open({ backend: backend.name as BackendName, fallback: [], cacheFolder })
    expect(skill.ran).toEqual({ asked: backend.name, backend: backend.name, tried: [] })
    const numbers = numbersIn(await skill.run({ tensors: model.inputs() }))
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([])
  })
}

function isBuiltIn(name: string): name is BackendName {
  return (backendNames as readonly string[]).includes(name)
}

/** Every number of an answer, however deep. */
function numbersIn(answer: unknown): number[] {
  if (typeof answer === 'number') return [answer]
  if (typeof answer === 'bigint') return [Number(answer)]
  if (ArrayBuffer.isView(answer)) return Array.from(answer as unknown as ArrayLike<number | bigint>, Number)
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(numbersIn) : []
}
