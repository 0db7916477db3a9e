import { NightSummary } from '@night/shared/night'
import { z } from 'zod'
import { exits } from './exit.ts'
import { createCommand } from './order.ts'
import { plainLine, sayRefused } from './say.ts'
import { Wanted } from './wanted.ts'

const List = z.object({ nights: z.array(NightSummary) })

/** The nights of a house, one a line. */
export const nights = createCommand(
  { name: 'nights', places: [], schema: Wanted },
  async ({ json }, { house, world: { terminal } }) => {
    const told = await house.get(List, '/api/nights')
    if (!told.ok) return sayRefused(terminal, told, json)
    const all = told.answer.nights
    terminal.print(json ? all.map((night) => `${JSON.stringify(night)}\n`).join('') : table(all))
    return exits.done
  },
)

const table = (all: readonly NightSummary[]): string => {
  const rows = all.map(({ id, mode, declared, constituencies, state, title }) => [
    id,
    mode,
    `${declared} of ${constituencies}`,
    state,
    plainLine(title),
  ])
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
    .join('')
}
