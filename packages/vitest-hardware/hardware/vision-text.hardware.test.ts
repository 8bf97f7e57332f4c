import { familySuite } from './family-suite.ts'

familySuite('vision-text')
