export { defineModelType, type GraphContext, ModelTypeError, type OwnModelType } from '@vitest-hardware/model-catalogue'
