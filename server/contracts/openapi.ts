import type { Examples } from './examples.ts'
import { formsByName, type Json } from './forms.ts'
import { groupedBy } from './grouped.ts'
import { groups } from './groups.ts'
import { operationOf } from './operation.ts'
import type { Route } from './route.ts'

const token = (description: string): Json => ({ type: 'http', scheme: 'bearer', description })

const about = `What a newsroom’s own programs may rely on. Made from the schemas that the house itself parses with.

A refusal is \`application/problem+json\` (RFC 9457): \`code\` is for programs, \`detail\` for whoever stands there. Sending the same declaration again is sending it once. What is pushed (Socket.IO, server-sent events) is in \`/api/asyncapi.yaml\`.`

const securitySchemes = {
  viewToken: token('Reading, where the house has set VIEW_TOKEN; any other token reads as well.'),
  officerToken: token('An officer’s: declares its own seats on its own nights.'),
  deskToken: token('The house’s own, or an editor’s on the editor’s nights.'),
  subscriptionToken: token('Of one subscription, shown when it is made.'),
}

/** The HTTP side as OpenAPI 3.1. */
export const openApi = (examples: Examples): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Results Night',
    version: '0.1.0',
    description: about,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/', description: 'The house that this was read from.' }],
  tags: groups.map(({ name, about }) => ({ name, description: about })),
  paths: pathsOf(examples),
  components: { schemas: formsByName('draft-2020-12'), securitySchemes },
})

const pathsOf = (examples: Examples): Json => {
  const described = groups.flatMap(({ name, routes }) =>
    routes.map((route): [Route, Json] => [route, operationOf(route, name, examples)]),
  )
  const byPath = groupedBy(described, ([{ path }]) => path)
  return Object.fromEntries(
    [...byPath].map(([path, all]) => [
      path,
      Object.fromEntries(all.map(([{ method }, operation]) => [method, operation])),
    ]),
  )
}
