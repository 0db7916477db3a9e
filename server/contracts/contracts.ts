import type { Table } from '@night/shared/records/facts'
import { type Request, type Response, Router } from 'express'
import { sendText } from '../compressed.ts'
import type { Recordings } from '../recordings.ts'
import { makeContracts } from './made.ts'

type Parts = { readonly recordings: Recordings; readonly table: Table }
type Contracts = Awaited<ReturnType<typeof makeContracts>>

/** What the house promises to outsiders, made from its own schemas when it is first asked for. [API1 API5] */
export const createContracts = ({ recordings, table }: Parts): Router => {
  let made: Promise<Contracts> | undefined
  const give =
    (which: keyof Contracts, type: string) =>
    async (request: Request, response: Response): Promise<void> => {
      made ??= makeContracts({ recordings, table })
      response.set('Cache-Control', 'no-cache').type(type)
      await sendText(request, response, (await made)[which])
    }
  return Router()
    .get('/openapi.json', give('openapi', 'json'))
    .get('/asyncapi.yaml', give('asyncapi', 'application/yaml; charset=utf-8'))
}
