import { grouped } from '@night/shared/figures'
import { clockTime } from '@night/shared/time'
import { type Miss, type Score, totalOf } from './score.ts'
import { expectations } from './step.ts'

type Named = { readonly title: string; readonly nameById: ReadonlyMap<string, string> }

/** A score as a table for whoever rehearsed. */
export const scoreTable = (score: Score, { title, nameById }: Named): string => {
  const { sent, right, missed, heldWrongly, waiting, released, rejected, putRight } = score
  const rows = expectations.map((one) => [
    `to be ${one}`,
    grouped(sent[one]),
    `${grouped(right[one])} right`,
  ])
  const paces = [
    ['let through by the desk', released],
    ['rejected by the desk', rejected],
    ['corrected or taken back', putRight],
  ] as const
  return [
    `REHEARSAL ${title}`,
    ...aligned([
      ...rows,
      ['all', grouped(totalOf(sent)), `${grouped(totalOf(right))} right`],
      ...paces.map(([what, { count, seconds }]) => [what, grouped(count), half(seconds)]),
      ...(waiting > 0 ? [['not decided', grouped(waiting), '']] : []),
    ]),
    ...listOf('MISSED: published, and should not have been', missed, nameById),
    ...listOf('HELD WRONGLY: should have been published', heldWrongly, nameById),
    '',
  ].join('\n')
}

const half = (seconds: number | null): string =>
  seconds === null ? '' : `half of them within ${Math.ceil(seconds)} s`

const aligned = (rows: readonly string[][]): string[] => {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const [first, second] = [width(0), width(1)]
  return rows.map(([what = '', count = '', more = '']) =>
    `  ${what.padEnd(first)}  ${count.padStart(second)}  ${more}`.trimEnd(),
  )
}

const listOf = (
  title: string,
  misses: readonly Miss[],
  nameById: ReadonlyMap<string, string>,
): string[] => {
  if (misses.length === 0) return []
  const lines = misses.map(({ at, constituency, why, words, stoodFor }) => {
    const name = nameById.get(constituency ?? '') ?? constituency ?? 'the night'
    const stood = stoodFor === null ? '' : ` (for ${Math.ceil(stoodFor)} s)`
    return `  ${clockTime(at)} ${name}: ${why}${stood}${words === '' ? '' : `\n    ${words}`}`
  })
  return [`${title}: ${misses.length}`, ...lines]
}
