/** JSON Schema as far as the house writes it. */
export type Form = {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Form[]
  readonly oneOf?: readonly Form[]
  readonly properties?: Readonly<Record<string, Form>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Form
  readonly items?: Form
  readonly format?: string
  readonly pattern?: string
  readonly description?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}

type Content = {
  readonly schema: Form
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description: string
  readonly schema: Form
  readonly example?: string
}

export type Answer = {
  readonly description: string
  readonly headers?: Readonly<Record<string, { readonly description: string }>>
  readonly content?: Readonly<Record<string, Content>>
}

type Said = {
  readonly operationId: string
  readonly tags: readonly [string]
  readonly summary: string
  readonly description?: string
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> }
  readonly responses: Readonly<Record<string, Answer>>
}

/** What the house answers at /api/openapi.json. */
export type Contract = {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Said>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Form>>
    readonly securitySchemes: Readonly<Record<string, { readonly description: string }>>
  }
}

/** One address and method, with all that is known of it. */
export type Operation = Said & { readonly method: string; readonly path: string }

export type Group = {
  readonly name: string
  readonly about: string
  readonly operations: readonly Operation[]
}

/** The operations under their headings, in the contract's order. */
export const groupsOf = ({ tags, paths }: Contract): Group[] => {
  const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, said]) => ({ ...said, method, path })),
  )
  return tags.map(({ name, description }) => ({
    name,
    about: description,
    operations: operations.filter(({ tags }) => tags[0] === name),
  }))
}

/** The form that a reference leads to, and its name; a form of its own has none. */
export const resolved = (
  form: Form,
  { components }: Contract,
): { readonly name: string | null; readonly form: Form } => {
  const name = form.$ref?.split('/').at(-1)
  const found = name === undefined ? undefined : components.schemas[name]
  return name !== undefined && found ? { name, form: found } : { name: null, form }
}

/** What a body is like, as somebody would write it. */
export const exampleText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 2)
