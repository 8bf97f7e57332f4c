export { calibrate } from './calibrate.ts'
export { readCassette } from './cassette-file.ts'
export type { Cassette, CassetteExchange } from './format.ts'
export { type CassetteSettings, openCassette } from './open-cassette.ts'
