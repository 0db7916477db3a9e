import { join } from 'node:path'
import { readTable } from '@night/server/almanac'
import { asyncApiText, openApiText, readExamples } from '@night/server/contracts/made'
import { createRecordings } from '@night/server/recordings'
import { z } from 'zod'
import { root } from './root.ts'

const Form = z.record(z.string(), z.unknown())
/** JSON Schema as zod reads it; what it cannot read it says itself. */
const Readable = z.custom<z.core.JSONSchema.JSONSchema>((value) => Form.safeParse(value).success)

const Content = z.record(z.string(), z.looseObject({ schema: Form }))

export const Operation = z.strictObject({
  operationId: z.string(),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1).max(100),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.array(z.never()))),
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.enum(['path', 'query', 'header']) }))
    .default([]),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^[2345]\d\d$/),
    z.strictObject({
      description: z.string().min(1),
      headers: Form.optional(),
      content: Content.optional(),
    }),
  ),
})
export type Operation = z.infer<typeof Operation>

const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: Form,
  servers: z.array(Form),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string().min(1) })),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'patch', 'delete']), Operation),
  ),
  components: z.strictObject({ schemas: z.record(z.string(), Form), securitySchemes: Form }),
})
export type Document = z.infer<typeof Document>

const make = async () => {
  const examples = await readExamples({
    recordings: createRecordings([join(root, 'data', 'nights')]),
    table: await readTable(join(root, 'data', 'almanac')),
  })
  const openapi = openApiText(examples)
  const document = Document.parse(JSON.parse(openapi))
  return { openapi, asyncapi: asyncApiText(examples), document }
}
let made: ReturnType<typeof make> | undefined

/** Both contracts as the house makes them, without a house; made once, since they are the same for everybody. */
export const contracts = () => (made ??= make())

export type Described = {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

export const operationsOf = ({ paths }: Document): Described[] =>
  Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ method, path, operation })),
  )

/**
 * Says what speaks against a value by a form of a document; null where nothing does. It reads the document's own JSON
 * Schema, not the schemas that it was made from.
 */
export const createJudge = (schemas: Readonly<Record<string, unknown>>) => {
  const known = new Map<string, z.ZodType>()
  const here = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/components/schemas/', '"#/$defs/'))
  const definitions = here(schemas)
  const read = (form: unknown): z.ZodType => {
    const text = JSON.stringify(form)
    const found = known.get(text)
    if (found) return found
    const whole = Readable.parse({ ...Form.parse(here(form)), $defs: definitions })
    const schema = z.fromJSONSchema(whole, { registry: z.registry() })
    known.set(text, schema)
    return schema
  }
  return (form: unknown, value: unknown): string | null => {
    const judged = read(form).safeParse(value)
    return judged.success ? null : z.prettifyError(judged.error)
  }
}
export type Judge = ReturnType<typeof createJudge>
