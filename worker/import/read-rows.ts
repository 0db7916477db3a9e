import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse'
import { z } from 'zod'

/** Says how far the reading is; each text replaces the one before. */
export type Progress = (text: string) => void

export type Reading<Row> = {
  readonly path: string
  readonly columns: z.ZodType<Row>
  readonly keep: (row: Row) => boolean
}

const step = 1000

const Cells = z.record(z.string(), z.string())

/** What a spreadsheet saves in the letters of its machine would be read as other names, and go on air so. */
const notUtf8 = (cell: string): string =>
  `“${cell}” is not in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.`

/** The rows to keep of a CSV file, read as a stream. Throws with file and row where one is not what it should be. */
export const readRows = async <Row>(
  { path, columns, keep }: Reading<Row>,
  progress: Progress,
): Promise<Row[]> => {
  const file = basename(path)
  const kept: Row[] = []
  let count = 0
  const records = createReadStream(path)
    .on('error', (fault) => records.destroy(fault))
    .pipe(parse({ columns: true, bom: true, skip_empty_lines: true }))
    .on('error', (fault) => {
      if (fault instanceof CsvError) fault.message = `${file}: ${fault.message}`
    })
  for await (const record of records) {
    count += 1
    const cells = Cells.parse(record)
    const garbled = Object.values(cells).find((cell) => cell.includes('\uFFFD'))
    if (garbled !== undefined) throw new Error(`${file}, row ${count}: ${notUtf8(garbled)}`)
    const row = columns.safeParse(mapped(cells, asMeant))
    if (!row.success) throw new Error(`${file}, row ${count}:\n${z.prettifyError(row.error)}`)
    if (keep(row.data)) kept.push(row.data)
    if (count % step === 0) progress(`reading ${file}: ${count} rows`)
  }
  return kept
}

const mapped = (cells: z.infer<typeof Cells>, change: (cell: string) => string) =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, change(cell)]))

const bytesAsLetters = /^[^\u0100-\uFFFF]*[\u00C2-\u00F4][\u0080-\u00BF][^\u0100-\uFFFF]*$/

/** Of what was put into UTF-8 twice, each byte a letter, the name that was meant: "Ã\u0081ine" is Áine. [IMP17] */
const asMeant = (cell: string): string => {
  if (!bytesAsLetters.test(cell)) return cell
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(cell, 'latin1'))
  } catch {
    return cell
  }
}
