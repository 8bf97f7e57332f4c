import { familySuite } from './family-suite.ts'

familySuite('decoder-only')
