import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { milliseconds } from '@night/shared/time'
import { stringify } from 'csv-stringify'
import { Router } from 'express'
import { z } from 'zod'
import { boardAt, type Night } from '../night.ts'
import { formWords } from '../form-words.ts'
import { refuse } from '../problems.ts'
import type { Asked } from '../with-night.ts'
import { fileName } from './mode-mark.ts'
import { type ExportParts, ofNight } from './of-night.ts'
import {
  candidateColumns,
  candidateRows,
  constituencyRows,
  lastColumns,
  rankedColumns,
  type Row,
  seatColumns,
} from './result-rows.ts'

export const ResultsQuery = z.strictObject({
  at: z.iso.datetime({ offset: true }).optional(),
  each: z.enum(['candidate', 'constituency']).default('candidate'),
  bom: z.enum(['yes', 'no']).default('yes'),
})

const tables = {
  candidate: {
    rows: candidateRows,
    columns: [...seatColumns, ...candidateColumns, ...lastColumns],
  },
  constituency: {
    rows: constituencyRows,
    columns: [...seatColumns, ...rankedColumns, ...lastColumns],
  },
} as const

/** Everything that stands of a night's declarations as a table, now or as it stood. [EXP1 EXP2 EXP3 EXP4] */
export const createResultsCsv = (parts: ExportParts): Router =>
  Router().get('/nights/:night/results.csv', ...ofNight(parts, give))

const give = async (night: Night, { request, response }: Asked): Promise<void> => {
  const query = ResultsQuery.safeParse(request.query)
  if (!query.success) return refuse(response, 'does-not-fit', formWords(query.error))
  const { at, each, bom } = query.data
  const { definition, mode } = night
  const board = at === undefined ? night.board : boardAt(night, milliseconds(at))
  response
    .type('text/csv; charset=utf-8; header=present')
    .vary('Accept-Encoding')
    .set({
      ETag: `"${board.seq}-${board.hash.slice(0, 16)}"`,
      'Cache-Control': 'no-cache',
      'Content-Disposition': `attachment; filename="${fileName(mode, `${definition.id}-results.csv`)}"`,
    })
  if (request.fresh) return void response.status(304).end()
  if (request.method === 'HEAD') return void response.end()
  const { rows, columns } = tables[each]
  await send(rows({ definition, board }), { columns, bom: bom === 'yes' }, { request, response })
}

type Form = { readonly columns: readonly string[]; readonly bom: boolean }

/** Row by row, at the reader's pace: a general election has 4,500 rows, and screens are waiting. */
const send = async (
  rows: Iterable<Row>,
  form: Form,
  { request, response }: Asked,
): Promise<void> => {
  const table = stringify({
    ...form,
    header: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    // A spreadsheet would take a name that begins so for a formula, and run it.
    escape_formulas: true,
    cast: { string: (text) => (text.startsWith('\n') ? `'${text}` : text) },
  })
  const isShort = request.acceptsEncodings('gzip') === 'gzip'
  if (isShort) response.set('Content-Encoding', 'gzip')
  const written = isShort
    ? pipeline(Readable.from(rows), table, createGzip({ level: 4 }), response)
    : pipeline(Readable.from(rows), table, response)
  await written.catch((fault: unknown) => {
    // Whoever goes away in the middle has nobody to be told.
    if (!response.destroyed) throw fault
  })
}
