export type { Backend, Capabilities, Detection, LoadCost, ModelSource, OpenOptions, Requirement, Session } from './backend.ts'
export { BackendUnavailableError, type LoadFailure, ModelLoadError, RunError } from './errors.ts'
export { backends, detectAll, getBackend } from './find.ts'
export { openSessionCount } from './onnxruntime/open-sessions.ts'
