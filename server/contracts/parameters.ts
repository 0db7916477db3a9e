import { SubscriptionId } from '@night/shared/alert/subscription'
import { ConstituencyId } from '@night/shared/constituency'
import { NightId } from '@night/shared/night'
import { Replay } from '@night/shared/replay'
import { z } from 'zod'
import { formRef, type Json, plainForm } from './forms.ts'
import type { Route } from './route.ts'

/** What stands in an address, by the part before it: its form, what it is, and one of it. */
const partByPlace: Readonly<Record<string, readonly [Json, string, string]>> = {
  nights: [formRef(NightId), 'The night’s id.', '2023-10-19-by-elections'],
  constituencies: [formRef(ConstituencyId), 'ONS (GSS) code of the seat.', 'E14000986'],
  declarations: [
    plainForm(z.string().max(80)),
    'The id that was answered when it was sent.',
    'd-0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  ],
  officers: [plainForm(z.string()), 'The id of an officer or editor.', 'a1b2c3d4'],
  replays: [plainForm(Replay.shape.id), 'The replay’s id.', 'tamworth'],
  subscriptions: [plainForm(SubscriptionId), 'The subscription’s id.', 'k3v9q0z7m2xa'],
}

/** Recorded nights are only read; what is open is called as the example opens it. */
const exampleOf = ({ who, path }: Route, part: string, example: string): string =>
  part === 'nights' && (who !== 'reader' || path.includes('{id}')) ? 'tamworth-tonight' : example

const inPath = (route: Route): Json[] => {
  const { path } = route
  const parts = path.split('/')
  return parts.flatMap((part, place) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name === undefined) return []
    const before = parts[place - 1] ?? ''
    const known = partByPlace[before]
    if (!known) throw new Error(`${path}: say what {${name}} is, in parameters.ts`)
    const [schema, description, one] = known
    const example = exampleOf(route, before, one)
    return [{ name, in: 'path', required: true, description, schema, example }]
  })
}

const inQuery = (query: z.ZodObject): Json[] =>
  Object.entries(query.shape).map(([name, form]) => {
    const { description, ...schema } = plainForm(form)
    const required = !form.safeParse(undefined).success
    return { name, in: 'query', required, description, schema }
  })

const inHeaders = (headers: Readonly<Record<string, string>>): Json[] =>
  Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }))

/** All that an address may be asked with. */
export const parametersOf = (route: Route): Json[] => [
  ...inPath(route),
  ...(route.query ? inQuery(route.query) : []),
  ...inHeaders(route.headers ?? {}),
]
