import { expect } from 'vitest'
import type { Answer, Call } from './call.ts'
import { createJudge, type Described, type Document, operationsOf } from './contract.ts'

/** What was answered by which operation: "declare 202", "declare 403 not-allowed". */
export type Seen = Set<string>

/** The operation that a call is of, by the contract's own paths. */
export const operationAt = (document: Document) => {
  const operations = operationsOf(document).map((one) => ({
    ...one,
    pattern: new RegExp(
      `^${one.path.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '[^/]+')}$`,
    ),
  }))
  return (method: string, path: string): Described => {
    const plain = path.replace(/\?.*$/, '')
    const found = operations.find(
      (one) => one.method === method.toLowerCase() && one.pattern.test(plain),
    )
    if (!found) throw new Error(`${method} ${plain} is not in the contract`)
    return found
  }
}

/** Calls the house and holds each answer, and each body that was taken, against the contract. */
export const checkedCaller = (document: Document, call: Call, seen: Seen): Call => {
  const judge = createJudge(document.components.schemas)
  const find = operationAt(document)
  const check = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const { operation } = find(method, path)
    const answer = await call(method, path, body)
    const { status, type } = answer
    const what = `${operation.operationId} ${status}`
    const told = operation.responses[String(status)]
    if (!told) throw new Error(`${what} is not in the contract: ${JSON.stringify(answer.body)}`)
    if (!told.content) expect([what, answer.body]).toEqual([what, ''])
    else {
      const plain = type.replace(/;.*$/, '')
      const content = told.content[type] ?? told.content[plain]
      if (!content) throw new Error(`${what} as ${type} is not in the contract`)
      expect([what, judge(content.schema, answer.body)]).toEqual([what, null])
    }
    const taken = operation.requestBody?.content['application/json']
    if (status < 300 && taken) expect([what, judge(taken.schema, body)]).toEqual([what, null])
    seen.add(status < 400 ? what : `${what} ${codeOf(answer.body)}`)
    return answer
  }
  return Object.assign(check, {
    as: (token: string | null) => checkedCaller(document, call.as(token), seen),
  })
}

const codeOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '?'
