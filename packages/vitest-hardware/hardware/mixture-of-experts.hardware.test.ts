import { familySuite } from './family-suite.ts'

familySuite('mixture-of-experts')
