/** Precisions of a model's weights; activations are float32, with `fp16` float16. */
export const precisions = ['fp32', 'fp16', 'int8', 'int4'] as const
export type Precision = (typeof precisions)[number]

/** Whether a backend computes with weights of a precision, on this machine. */
export type PrecisionSupport = { readonly supported: true } | { readonly supported: false; readonly reason: string }
