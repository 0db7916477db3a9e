import { isDeepStrictEqual } from 'node:util'
import { Instant } from '@night/shared/instant'
import { z } from 'zod'
import { abouts } from './abouts.ts'
import { sent, told } from './names.ts'

/** JSON Schema, or a part of a document, as plain data. */
export type Json = { readonly [key: string]: unknown }

type Dialect = 'draft-2020-12' | 'draft-07'

const nameByForm = new Map(
  [...Object.entries(sent), ...Object.entries(told)].map(([name, form]) => [form, name]),
)

const place = (name: string): string => `#/components/schemas/${name}`

/** A reference to a form; only forms that have a name are spoken of. */
export const formRef = (form: z.ZodType): Json => {
  const name = nameByForm.get(form)
  if (name === undefined) throw new Error('a form without a name: give it one in names.ts')
  return { $ref: place(name) }
}

const { MAX_SAFE_INTEGER: most } = Number

/** Leaves out what only says that a number is one, and what a format says already. */
const tidy = ({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: unknown
  jsonSchema: z.core.JSONSchema.BaseSchema
}) => {
  if (jsonSchema.maximum === most) delete jsonSchema.maximum
  if (jsonSchema.minimum === -most) delete jsonSchema.minimum
  const { format } = jsonSchema
  if (format === 'date' || format === 'date-time') delete jsonSchema.pattern
  if (zodSchema === Instant) {
    jsonSchema.description = 'A moment in UTC with milliseconds.'
    jsonSchema.pattern = String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`
  }
}

const formsIn = (names: typeof sent, io: 'input' | 'output', target: Dialect): Json => {
  const registry = z.registry<{ id: string }>()
  for (const [id, form] of Object.entries(names)) registry.add(form, { id })
  const { schemas } = z.toJSONSchema(registry, { io, target, uri: place, override: tidy })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _id, $schema: _schema, ...form }]) => [
      name,
      name in abouts ? { description: abouts[name], ...form } : form,
    ]),
  )
}

/** Every named form as JSON Schema. A name means one thing, whichever way it travels. */
export const formsByName = (target: Dialect): Readonly<Record<string, unknown>> => {
  const [asSent, asTold] = [formsIn(sent, 'input', target), formsIn(told, 'output', target)]
  for (const [name, form] of Object.entries(asSent)) {
    if (name in asTold && !isDeepStrictEqual(form, asTold[name]))
      throw new Error(`${name} is sent in one form and answered in another: name them apart`)
  }
  const forms = { ...asTold, ...asSent }
  return Object.fromEntries(Object.entries(forms).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** A form without a name and without parts that have one, such as a query. */
export const plainForm = (form: z.ZodType): Json => {
  const { $schema: _schema, ...rest } = z.toJSONSchema(form, { io: 'input', override: tidy })
  return rest
}
