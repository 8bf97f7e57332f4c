export { createFakeClock, type SimulatorClock } from './clock.ts'
export type { RateLimit } from './quotas.ts'
export type { SimulatedExchange } from './responder.ts'
export {
  type HandlerMaker,
  type HandlerSettings,
  type Simulator,
  simulatorHandlers,
  type SimulatorSettings,
  startSimulator,
} from './simulator.ts'
