export { hardwareReporter, type HardwareReporterOptions } from './hardware-reporter.ts'
