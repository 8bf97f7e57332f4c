import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** Names of free dimensions as Optimum's exports have them. */
export const batch = 'batch_size'
export const sequence = 'sequence_length'
export const decoderSequence = 'decoder_sequence_length'
export const encoderSequence = 'encoder_sequence_length'
export const pastSequence = 'past_sequence_length'
/** Frames of a spectrogram of any length; not an export's name, so that it is not taken for a text's length. */
export const soundFrames = 'sound_frames'

/** Declares an int64 input `[batch_size, length]`. */
export function idsInput(context: GraphContext, name: string, lengthName: string = sequence): Value {
  return context.graph.input(name, 'int64', [batch, lengthName])
}
