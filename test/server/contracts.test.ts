import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problemCodes } from '@night/server/problems'
import { expect, test } from 'vitest'
import { contracts, createJudge, operationsOf } from '../support/contract.ts'
import { root } from '../support/root.ts'

const refsIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '')

test('[API4] the contract holds together: names, references, parameters, bodies', async () => {
  const { document } = await contracts()
  const operations = operationsOf(document)
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(40)

  const names = Object.keys(document.components.schemas)
  expect(names.filter((name) => !/^[\w.-]+$/.test(name))).toEqual([])
  const refs = new Set(refsIn(document))
  const places = names.map((name) => `#/components/schemas/${name}`)
  expect([...refs].filter((ref) => !places.includes(ref))).toEqual([])

  const tags = document.tags.map(({ name }) => name)
  const schemes = Object.keys(document.components.securitySchemes)
  for (const { method, path, operation } of operations) {
    const what = `${method} ${path}`
    expect([what, tags]).toEqual([what, expect.arrayContaining(operation.tags)])
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = operation.parameters.filter((one) => one.in === 'path')
    expect([what, declared.map(({ name }) => name)]).toEqual([what, inPath])
    expect(declared.every((one) => one['required'] === true && 'schema' in one)).toBe(true)
    const needed = operation.security.flatMap((one) => Object.keys(one))
    expect(needed.filter((name) => !schemes.includes(name))).toEqual([])
    const hasBody = operation.requestBody !== undefined
    expect([what, hasBody && /get|delete/.test(method)]).toEqual([what, false])
    for (const [status, { content }] of Object.entries(operation.responses)) {
      const hasNone = status === '204' || status === '304'
      expect([what, status, content === undefined]).toEqual([what, status, hasNone])
    }
    const successes = Object.keys(operation.responses).filter((status) => status.startsWith('2'))
    expect([what, successes.length]).toEqual([what, 1])
  }
})

test('[API4] every refusal that the house knows is in the contract, with its words', async () => {
  const { document } = await contracts()
  const all = operationsOf(document).flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([, { content }]) => {
      const examples = content?.['application/problem+json']?.['examples']
      return Object.keys(examples ?? {})
    }),
  )
  // The board of the queues has a door of its own, which is in no contract.
  expect(problemCodes.filter((code) => !all.includes(code))).toEqual(['read-only'])
  const names = problemCodes.map((code) => `Problem.${code}`)
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(names))
})

test('[API3] every example fits its form, and a key more or less does not', async () => {
  const { document } = await contracts()
  const judge = createJudge(document.components.schemas)
  const contents = operationsOf(document).flatMap(({ operation }) => [
    ...(operation.requestBody ? [operation.requestBody.content] : []),
    ...Object.values(operation.responses).flatMap(({ content }) => (content ? [content] : [])),
  ])
  const pairs = contents.flatMap((content) =>
    Object.values(content).flatMap(({ schema, example, examples }) =>
      [example, ...Object.values(examples ?? {}).map((one: { value: unknown }) => one.value)]
        .filter((one) => one !== undefined)
        .map((one): [Record<string, unknown>, unknown] => [schema, one]),
    ),
  )
  expect(pairs.length).toBeGreaterThan(200)
  for (const [schema, example] of pairs) {
    expect([example, judge(schema, example)]).toEqual([example, null])
    if (typeof example !== 'object' || example === null || isLoose(schema)) continue
    expect([schema, judge(schema, { ...example, undocumented: 1 })]).not.toEqual([schema, null])
  }
})

/** The one answer that is said to have more than is written down: OpenAPI's own specification says what. */
const isLoose = ({ $ref }: Record<string, unknown>): boolean =>
  $ref === '#/components/schemas/OpenApi'

test('[API2] no form lets through what it does not name, but for three that say so', async () => {
  const { document } = await contracts()
  const open = Object.entries(document.components.schemas).flatMap(([name, form]) =>
    [...JSON.stringify(form).matchAll(/"type":"object","properties"/g)].length ===
    [...JSON.stringify(form).matchAll(/"additionalProperties":false/g)].length
      ? []
      : [name],
  )
  expect(open).toEqual(['NewSubscription', 'OpenApi', 'SubscriptionChange'])
})

test('[API4] the version in the contract is the house’s', async () => {
  const { document } = await contracts()
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  expect(document.info['version']).toBe(version)
})
