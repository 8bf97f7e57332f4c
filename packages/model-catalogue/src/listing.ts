/** What lists the catalogue without loading what builds and runs its models. */
export * from './facts.ts'
export { findModelType, modelTypes, UnknownModelTypeError } from './registry.ts'
export { type GraphSignature, type HeadSignature, type Shape, type TypeSignature, usualHalfTolerance } from './signatures/signature.ts'
export { typeSignatures } from './signatures/signatures.ts'
