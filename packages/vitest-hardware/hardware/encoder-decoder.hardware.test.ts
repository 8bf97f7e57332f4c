import { familySuite } from './family-suite.ts'

familySuite('encoder-decoder')
