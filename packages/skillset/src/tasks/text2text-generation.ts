import { defineTask } from '../core/define-task.ts'
import { textTensors } from '../inputs/text.ts'
import { argmax, output, rowCount, rowOf } from '../outputs/numbers.ts'
import { generate, type GeneratedText } from './text-generation.ts'

/** A text written from another one, token by token. */
export const text2textGeneration = defineTask<string, GeneratedText>({
  task: 'text2text-generation',
  preprocess: (text, context) => textTensors(context, text),
  postprocess(outputs) {
    const logits = output(outputs, 'logits')
    return { ids: [argmax(rowOf(logits, rowCount(logits) - 1))], text: null }
  },
  answer: (inputs, context) => generate(inputs, context, 'decoder_input_ids'),
})
