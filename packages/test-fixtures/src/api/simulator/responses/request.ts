import { z } from 'zod'
import { refuseBody } from '../chat-completions/refuse-body.ts'
import type { Prompt } from '../composition.ts'
import { imageUrlProblem } from '../images.ts'
import { Refusal } from '../vendor.ts'

const part = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['input_text', 'output_text']), text: z.string() }),
  z.object({ type: z.literal('input_image'), image_url: z.string() }),
])
const item = z.union([
  z.object({ type: z.literal('function_call'), call_id: z.string(), name: z.string(), arguments: z.string() }),
  z.object({ type: z.literal('function_call_output'), call_id: z.string(), output: z.string() }),
  z.object({
    type: z.literal('message').optional(),
    role: z.enum(['user', 'assistant', 'system', 'developer']),
    content: z.union([z.string(), z.array(part)]),
  }),
])
const responseBody = z.object({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(item).min(1)]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  max_output_tokens: z.int().min(16).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        name: z.string().regex(/^[\w-]{1,64}$/),
        parameters: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .nullish(),
  tool_choice: z.union([z.enum(['auto', 'none', 'required']), z.object({ type: z.literal('function'), name: z.string() })]).nullish(),
  text: z
    .object({
      format: z
        .discriminatedUnion('type', [
          z.object({ type: z.enum(['text', 'json_object']) }),
          z.object({ type: z.literal('json_schema'), schema: z.record(z.string(), z.unknown()) }),
        ])
        .optional(),
    })
    .nullish(),
})

/** What `POST /responses` takes. */
export type ResponseBody = z.infer<typeof responseBody>
type Item = z.infer<typeof item>

/** @throws {Refusal} 400 with the parameter that is missing or wrong. */
export function parseResponseBody(body: unknown): ResponseBody {
  const parsed = responseBody.safeParse(body)
  return parsed.success ? parsed.data : refuseBody(parsed.error, body)
}

/** The request in no vendor's words. @throws {Refusal} 400 for an image that is none, or the result of a call that was not made. */
export function promptOf(body: ResponseBody): Prompt {
  const items: readonly Item[] = typeof body.input === 'string' ? [{ role: 'user', content: body.input }] : body.input
  checkCalls(items)
  const images = items.flatMap((item) =>
    'content' in item && Array.isArray(item.content) ? item.content.filter((part) => part.type === 'input_image') : [],
  )
  for (const { image_url } of images) {
    const problem = imageUrlProblem(image_url)
    if (problem !== null) throw new Refusal({ status: 400, message: `Invalid image: ${problem}.`, code: 'invalid_image', param: 'input' })
  }
  const choice = body.tool_choice ?? 'auto'
  const last = items.at(-1)
  return {
    text: [body.instructions ?? '', ...items.map(textOf), ...(body.tools ?? []).map((tool) => JSON.stringify(tool))].join('\n'),
    images: images.length,
    maxTokens: body.max_output_tokens ?? Infinity,
    stop: [],
    tools: (body.tools ?? []).map(({ name, parameters }) => ({ name, schema: parameters ?? { type: 'object' } })),
    toolChoice: typeof choice === 'string' ? choice : { name: choice.name },
    answersTool: last?.type === 'function_call_output',
    schema: body.text?.format?.type === 'json_schema' ? body.text.format.schema : null,
  }
}

function textOf(item: Item): string {
  if (item.type === 'function_call') return `${item.name} ${item.arguments}`
  if (item.type === 'function_call_output') return item.output
  return typeof item.content === 'string' ? item.content : item.content.map((part) => ('text' in part ? part.text : '')).join('\n')
}

function checkCalls(items: readonly Item[]): void {
  const made = new Set(items.flatMap((item) => (item.type === 'function_call' ? [item.call_id] : [])))
  for (const item of items) {
    if (item.type === 'function_call_output' && !made.has(item.call_id)) {
      throw new Refusal({
        status: 400,
        message: `No tool call found for function call output with call_id ${item.call_id}.`,
        param: 'input',
      })
    }
  }
}
