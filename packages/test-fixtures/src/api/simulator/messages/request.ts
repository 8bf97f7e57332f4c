import { z } from 'zod'
import { firstIssue } from '../body-issue.ts'
import type { Prompt } from '../composition.ts'
import { imageProblem } from '../images.ts'
import { Refusal } from '../vendor.ts'

const textBlock = z.object({ type: z.literal('text'), text: z.string() })
const imageBlock = z.object({
  type: z.literal('image'),
  source: z.discriminatedUnion('type', [
    z.object({ type: z.literal('base64'), media_type: z.string(), data: z.string() }),
    z.object({ type: z.literal('url'), url: z.url({ protocol: /^https?$/ }) }),
  ]),
})
const toolUse = z.object({ type: z.literal('tool_use'), id: z.string(), name: z.string(), input: z.record(z.string(), z.unknown()) })
const toolResult = z.object({
  type: z.literal('tool_result'),
  tool_use_id: z.string(),
  content: z.union([z.string(), z.array(z.discriminatedUnion('type', [textBlock, imageBlock]))]).optional(),
  is_error: z.boolean().optional(),
})
const message = z.object({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string().min(1), z.array(z.discriminatedUnion('type', [textBlock, imageBlock, toolUse, toolResult])).min(1)]),
})

const promptBody = z.object({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  tools: z
    .array(
      z.object({
        name: z.string().regex(/^[\w-]{1,128}$/),
        description: z.string().optional(),
        input_schema: z.looseObject({ type: z.literal('object') }),
      }),
    )
    .optional(),
  tool_choice: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('auto') }),
      z.object({ type: z.literal('any') }),
      z.object({ type: z.literal('none') }),
      z.object({ type: z.literal('tool'), name: z.string() }),
    ])
    .optional(),
})
const messagesBody = promptBody.extend({
  max_tokens: z.int().min(1),
  stream: z.boolean().optional(),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.int().min(0).optional(),
  stop_sequences: z.array(z.string().regex(/\S/)).optional(),
})

/** What `POST /v1/messages/count_tokens` takes. */
export type PromptBody = z.infer<typeof promptBody>
/** What `POST /v1/messages` takes. */
export type MessagesBody = z.infer<typeof messagesBody>

/** @throws {Refusal} 400 with the field that is missing or wrong. */
export const parsePromptBody = (body: unknown): PromptBody => parse(promptBody, body)

/** @throws {Refusal} 400 with the field that is missing or wrong. */
export const parseMessagesBody = (body: unknown): MessagesBody => parse(messagesBody, body)

/** The request in no vendor's words. @throws {Refusal} 400 for an image that is none, a tool result without its call, or a choice that no tool has. */
export function promptOf(body: PromptBody & Partial<MessagesBody>): Prompt {
  checkToolResults(body.messages)
  const blocks = body.messages.flatMap((message) => (typeof message.content === 'string' ? [] : message.content))
  const images = blocks.flatMap((block) => {
    if (block.type === 'tool_result' && Array.isArray(block.content)) return block.content.filter((inner) => inner.type === 'image')
    return block.type === 'image' ? [block] : []
  })
  for (const { source } of images) {
    const problem = source.type === 'base64' ? imageProblem(source.media_type, source.data) : null
    if (problem !== null) throw new Refusal({ status: 400, message: `messages: Could not process image: ${problem}` })
  }
  const tools = (body.tools ?? []).map(({ name, input_schema }) => ({ name, schema: input_schema }))
  const last = body.messages.at(-1)?.content
  return {
    text: [
      textOf(body.system ?? ''),
      ...body.messages.map(({ content }) => textOf(content)),
      ...(body.tools ?? []).map((tool) => JSON.stringify(tool)),
    ].join('\n'),
    images: images.length,
    maxTokens: body.max_tokens ?? Infinity,
    stop: body.stop_sequences ?? [],
    tools,
    toolChoice: toolChoice(body.tool_choice, tools),
    answersTool: Array.isArray(last) && last.some((block) => block.type === 'tool_result'),
    schema: null,
  }
}

function toolChoice(choice: PromptBody['tool_choice'], tools: Prompt['tools']): Prompt['toolChoice'] {
  if (choice?.type !== 'tool') return choice?.type === 'any' ? 'required' : (choice?.type ?? 'auto')
  if (tools.some((tool) => tool.name === choice.name)) return { name: choice.name }
  throw new Refusal({ status: 400, message: `tool_choice: Tool '${choice.name}' not found in provided tools` })
}

function textOf(content: MessagesBody['messages'][number]['content'] | string): string {
  if (typeof content === 'string') return content
  return content
    .map((block) => {
      if (block.type === 'text') return block.text
      if (block.type === 'tool_use') return `${block.name} ${JSON.stringify(block.input)}`
      if (block.type === 'image' || block.content === undefined) return ''
      return typeof block.content === 'string'
        ? block.content
        : block.content.map((inner) => (inner.type === 'text' ? inner.text : '')).join('\n')
    })
    .join('\n')
}

function checkToolResults(messages: MessagesBody['messages']): void {
  let open = new Set<string>()
  for (const [index, { content }] of messages.entries()) {
    const blocks = typeof content === 'string' ? [] : content
    for (const [at, block] of blocks.entries()) {
      if (block.type === 'tool_result' && !open.delete(block.tool_use_id)) {
        throw new Refusal({
          status: 400,
          message: `messages.${index}.content.${at}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${block.tool_use_id}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`,
        })
      }
    }
    if (open.size > 0) refuseOpen(index - 1, open)
    open = new Set(blocks.flatMap((block) => (block.type === 'tool_use' ? [block.id] : [])))
  }
  if (open.size > 0) refuseOpen(messages.length - 1, open)
}

function refuseOpen(index: number, open: ReadonlySet<string>): never {
  throw new Refusal({
    status: 400,
    message: `messages.${index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${[...open].join(', ')}.`,
  })
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  if (typeof body !== 'object' || body === null) throw new Refusal({ status: 400, message: 'The request body is not valid JSON' })
  const { path, message, missing } = firstIssue(parsed.error, body)
  throw new Refusal({ status: 400, message: `${path.map(String).join('.')}: ${missing ? 'Field required' : message}` })
}
