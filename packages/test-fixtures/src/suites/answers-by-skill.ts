import type { Backend, Session } from '@vitest-hardware/backends'
import type { OpenSkill } from '@vitest-hardware/skillset'
import { expect } from 'vitest'
import { hardwareContext } from '../hardware-context.ts'
import type { ModelTestAPI } from '../model/model-test.ts'

/** The type's skill finds the model, opens it on the backend under test and no other, and turns the model's inputs into an answer of finite numbers. */
export function answersBySkill<Input, Output>(test: ModelTestAPI, open: OpenSkill<Input, Output>): void {
  test('answers by its skill', async ({ backend, model, inputs, open: openFile }) => {
    const lending = {
      ...backend,
      open: async (source) => lend(await openFile('path' in source ? source.path : model.path)),
    } satisfies Backend
    await using skill = await open({ backend: lending, fallback: [], cacheFolder: hardwareContext().cacheFolder })
    expect(skill.ran).toEqual({ asked: backend.name, backend: backend.name, tried: [] })
    expect(skill.model.path).toBe(model.path)
    const numbers = numbersIn(await skill.run({ tensors: inputs }))
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([])
  })
}

/** A session that its holder may dispose of without taking it from the tests that share it: opening one more for each skill is most of what its test would take. */
function lend(session: Session): Session {
  return { ...session, run: (feeds) => session.run(feeds), [Symbol.asyncDispose]: async () => {} }
}

/** Every number of an answer, however deep. */
function numbersIn(answer: unknown): number[] {
  if (typeof answer === 'number') return [answer]
  if (typeof answer === 'bigint') return [Number(answer)]
  if (ArrayBuffer.isView(answer)) return Array.from(answer as unknown as ArrayLike<number | bigint>, Number)
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(numbersIn) : []
}
