import type { Table } from '@night/shared/records/facts'
import { type Request, type Response, Router } from 'express'
import { sendText } from '../compressed.ts'
import type { Recordings } from '../recordings.ts'
import type { Examples } from './examples.ts'
import { asyncApiText, openApiText, readExamples } from './made.ts'

type Parts = { readonly recordings: Recordings; readonly table: Table }

/** What the house promises to outsiders, made from its own schemas when it is first asked for. [API1 API5] */
export const createContracts = (parts: Parts): Router =>
  Router()
    .get('/openapi.json', givesOnce(parts, openApiText, 'json'))
    .get('/asyncapi.yaml', givesOnce(parts, asyncApiText, 'application/yaml; charset=utf-8'))

/** Each is made once and by itself: while it is, some tens of milliseconds, no screen hears anything. */
const givesOnce = (parts: Parts, toText: (examples: Examples) => string, type: string) => {
  let made: Promise<string> | undefined
  return async (request: Request, response: Response): Promise<void> => {
    made ??= readExamples(parts).then(toText)
    made.catch(() => (made = undefined))
    response.set('Cache-Control', 'no-cache').type(type)
    await sendText(request, response, await made)
  }
}
