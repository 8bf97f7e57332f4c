import { http } from 'msw'
import { setupServer } from 'msw/node'
import { simulatorHandlers, type SimulatorSettings, startSimulator } from '../../src/api/simulator/index.ts'
import type { Place } from './sdk.ts'

/** A place to send requests to, until it is disposed of. */
export type OpenPlace = (settings: SimulatorSettings) => Promise<Place & AsyncDisposable>

/** The three ways in which a simulator can be reached. */
export const places: Readonly<Record<string, OpenPlace>> = {
  'in process': (settings) => startSimulator({ ...settings, form: 'in-process' }),
  'over loopback': (settings) => startSimulator({ ...settings, form: 'loopback' }),
  'through setupServer': (settings) => {
    const server = setupServer(...simulatorHandlers(http, settings))
    server.listen({ onUnhandledFrame: 'error' })
    return Promise.resolve({
      [Symbol.asyncDispose]: () => {
        server.close()
        return Promise.resolve()
      },
    })
  },
}
