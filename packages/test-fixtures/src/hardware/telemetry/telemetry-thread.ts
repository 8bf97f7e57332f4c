/** A thread that samples: ONNX Runtime's `run` blocks the thread of the test, so a timer there would see nothing of it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { TelemetryRequest, TelemetryResponse, ThreadData } from './messages.ts'
import { openSampler } from './sampler.ts'
import { telemetrySources } from './sources.ts'

const port = parentPort!
const system = workerData as ThreadData
const answer = (response: TelemetryResponse): void => port.postMessage(response)

const sampler = await openSampler(telemetrySources, system, () => performance.now())
const timer = setInterval(() => sampler.sample(), system.everyMs)
port.on('message', ({ kind, id }: TelemetryRequest) => {
  if (kind === 'stop') sampler.sample()
  answer({ kind: 'series', id, series: sampler.series() })
  if (kind === 'series') return
  clearInterval(timer)
  sampler[Symbol.dispose]()
  port.close()
})
answer({ kind: 'ready', sources: sampler.sources })
