import { z } from 'zod'
import type { Prompt } from '../composition.ts'
import { imageUrlProblem } from '../images.ts'
import { Refusal } from '../vendor.ts'
import { refuseBody } from './refuse-body.ts'

const textPart = z.object({ type: z.literal('text'), text: z.string() })
const imagePart = z.object({ type: z.literal('image_url'), image_url: z.object({ url: z.string() }) })
const text = z.union([z.string(), z.array(textPart).min(1)])
const call = z.object({ id: z.string(), type: z.literal('function'), function: z.object({ name: z.string(), arguments: z.string() }) })

const message = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['system', 'developer']), content: text }),
  z.object({
    role: z.literal('user'),
    content: z.union([z.string(), z.array(z.discriminatedUnion('type', [textPart, imagePart])).min(1)]),
  }),
  z.object({ role: z.literal('assistant'), content: text.nullish(), tool_calls: z.array(call).min(1).optional() }),
  z.object({ role: z.literal('tool'), content: text, tool_call_id: z.string() }),
])

const schema = z.record(z.string(), z.unknown())
const chatBody = z.object({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  n: z.int().min(1).max(1).nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(4)]).nullish(),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.object({ name: z.string().regex(/^[\w-]{1,64}$/), parameters: schema.optional() }),
      }),
    )
    .nullish(),
  tool_choice: z
    .union([z.enum(['auto', 'none', 'required']), z.object({ type: z.literal('function'), function: z.object({ name: z.string() }) })])
    .nullish(),
  response_format: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('text') }),
      z.object({ type: z.literal('json_object') }),
      z.object({ type: z.literal('json_schema'), json_schema: z.object({ name: z.string(), schema: schema.optional() }) }),
    ])
    .nullish(),
})

/** A chat request that the vendor would take. */
export type ChatBody = z.infer<typeof chatBody>

/** @throws {Refusal} 400 with the parameter that is missing or wrong. */
export function parseChatBody(body: unknown): ChatBody {
  const parsed = chatBody.safeParse(body)
  if (!parsed.success) refuseBody(parsed.error, body)
  checkToolMessages(parsed.data.messages)
  return parsed.data
}

/** The request in no vendor's words. @throws {Refusal} 400 for an image that is none, or a tool choice that no tool has. */
export function promptOf(body: ChatBody): Prompt {
  const images = body.messages.flatMap((message) =>
    message.role === 'user' && Array.isArray(message.content) ? message.content.filter((part) => part.type === 'image_url') : [],
  )
  for (const { image_url } of images) {
    const problem = imageUrlProblem(image_url.url)
    if (problem !== null)
      throw new Refusal({ status: 400, message: `Invalid image: ${problem}.`, code: 'invalid_image', param: 'messages' })
  }
  const tools = (body.tools ?? []).map(({ function: { name, parameters } }) => ({ name, schema: parameters ?? { type: 'object' } }))
  const choice = body.tool_choice ?? 'auto'
  const toolChoice = typeof choice === 'string' ? choice : { name: choice.function.name }
  if (typeof toolChoice === 'object' && !tools.some((tool) => tool.name === toolChoice.name)) {
    throw new Refusal({
      status: 400,
      message: `Tool choice '${toolChoice.name}' is not in 'tools'.`,
      param: 'tool_choice',
      code: 'invalid_value',
    })
  }
  const stop = body.stop ?? []
  return {
    text: [...body.messages.map(textOf), ...(body.tools ?? []).map((tool) => JSON.stringify(tool.function))].join('\n'),
    images: images.length,
    maxTokens: body.max_completion_tokens ?? body.max_tokens ?? Infinity,
    stop: typeof stop === 'string' ? [stop] : stop,
    tools,
    toolChoice,
    answersTool: body.messages.at(-1)?.role === 'tool',
    schema: schemaOf(body.response_format),
  }
}

function schemaOf(format: ChatBody['response_format']): Prompt['schema'] {
  if (format?.type === 'json_schema') return format.json_schema.schema ?? { type: 'object' }
  return format?.type === 'json_object' ? { type: 'object', properties: { answer: { type: 'string' } } } : null
}

function textOf(message: ChatBody['messages'][number]): string {
  const parts =
    typeof message.content === 'string' ? [message.content] : (message.content ?? []).map((part) => ('text' in part ? part.text : ''))
  const calls =
    message.role === 'assistant' ? (message.tool_calls ?? []).map((call) => `${call.function.name} ${call.function.arguments}`) : []
  return [...parts, ...calls].join('\n')
}

function checkToolMessages(messages: ChatBody['messages']): void {
  let open = new Set<string>()
  for (const [index, message] of messages.entries()) {
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id)) {
        throw new Refusal({
          status: 400,
          message: "Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls'.",
          param: `messages.[${index}].role`,
        })
      }
    } else {
      refuseOpenCalls(open)
      open = new Set(message.role === 'assistant' ? (message.tool_calls ?? []).map((call) => call.id) : [])
    }
  }
  refuseOpenCalls(open)
}

function refuseOpenCalls(open: ReadonlySet<string>): void {
  if (open.size === 0) return
  throw new Refusal({
    status: 400,
    message: `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. Without a response: ${[...open].join(', ')}`,
    param: 'messages',
  })
}
