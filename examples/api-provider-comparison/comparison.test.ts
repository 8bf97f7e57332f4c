import { expect } from 'vitest'
import { apiTest, compareProviders, comparisonText } from 'vitest-hardware/test'
import { apis } from './apis.ts'

const rounds = 8
const request = { messages: [{ role: 'user', content: 'Say in two sentences why the sky is blue.' }], maxTokens: 100 } as const

const [first, ...others] = apis
const test = apiTest(first!)

test('who is quicker, and by how much', async ({ apiSession, openApi }) => {
  const sessions = [apiSession, ...(await Promise.all(others.map((options) => openApi(options))))]
  for (let round = 0; round < rounds; round++) {
    // each round begins with another one, so that none always has the better moment
    for (let turn = 0; turn < sessions.length; turn++) {
      const { api } = sessions[(round + turn) % sessions.length]!
      await api.stream(request).reply()
    }
  }

  const comparison = compareProviders(sessions.map(({ api, metrics }) => ({ name: `${api.provider.name} ${api.model}`, metrics })))
  console.log(comparisonText(comparison))
  expect(comparison.apis.map(({ failed }) => failed)).toEqual(sessions.map(() => 0))

  for (const { api, metrics } of sessions) {
    const [next] = metrics.forecast('total-time')
    console.log(
      `${api.provider.name}: the next answer takes ${next!.value.toFixed(0)} ms [${next!.low.toFixed(0)}, ${next!.high.toFixed(0)}], unlike the rest: ${metrics.anomalies('total-time').length} of ${metrics.calls.length}`,
    )
  }
})
