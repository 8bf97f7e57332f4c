import { familySuite } from './family-suite.ts'

familySuite('state-space')
