import './yield-to-tests.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../open-store.ts'
import type { ResultsStore } from '../results-store.ts'
import type { Question, Request, Response, ThreadData } from './messages.ts'
import { toPlainError } from './plain-error.ts'

const port = parentPort
if (port === null) throw new Error('this file is the inside of a thread; startStoreInThread() starts it')
const reply = (response: Response): void => port.postMessage(response)
const { path, options } = workerData as ThreadData

try {
  const store = await openStore(path, options)
  port.on('message', (request: Request) => void handle(store, request))
  reply({ kind: 'opened', path: store.path, notices: store.notices })
} catch (error) {
  reply({ kind: 'refused', error: toPlainError(error) })
}

async function handle(store: ResultsStore, request: Request): Promise<void> {
  if (request.kind === 'begin-run') return store.beginRun(request.run)
  if (request.kind === 'add') return store.add(request.rows)
  const { id, question } = request
  try {
    reply({ kind: 'answer', id, value: await answer(store, question) })
  } catch (error) {
    reply({ kind: 'failure', id, error: toPlainError(error) })
  }
}

function answer(store: ResultsStore, question: Question): Promise<unknown> | PromiseLike<void> {
  switch (question.kind) {
    case 'flush':
      return store.flush()
    case 'finish-run':
      return store.finishRun(question.runId, question.state, question.endedAt)
    case 'baselines':
      return store.baselines(question.options)
    case 'report':
      return store.report(question.runId)
    case 'runs':
      return store.runs()
    case 'known-durations':
      return store.knownDurations()
    case 'close':
      return store[Symbol.asyncDispose]()
  }
}
