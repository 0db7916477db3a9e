import { baselineWinner } from '@night/shared/baseline'
import type { Seat } from '@night/shared/board'
import { grouped } from '@night/shared/figures'
import { partyOf } from '@night/shared/party'
import { fromWords, verdictWords } from '@night/shared/words'
import { countMark, defenceOf, shortName } from '../../seat-words.ts'

/** What a cell shows: whose colour and letter, and whether it changed hands. */
export type CellLook = {
  readonly state: 'awaited' | 'declared' | 'flash' | 'defended'
  readonly party: string | null
  readonly verdict: string | undefined
  readonly letter: string
  /** For a reader who does not see the map. */
  readonly name: string
}

const looks = { quiet: new WeakMap<Seat, CellLook>(), counting: new WeakMap<Seat, CellLook>() }

/** The look of a seat; before the first declaration of the night, `isQuiet`, that of who defends it. [GEW5] */
export const cellLook = (seat: Seat, isQuiet: boolean): CellLook => {
  // A seat of which nothing was said is the same object on the next board: 649 of 650 need not be looked at again.
  const known = isQuiet ? looks.quiet : looks.counting
  const look = known.get(seat) ?? lookOf(seat, isQuiet)
  known.set(seat, look)
  return look
}

const lookOf = (seat: Seat, isQuiet: boolean): CellLook => {
  const { latest, flash, contest } = seat
  const { name } = contest.constituency
  if (latest) {
    const { verdict, majority } = latest.result
    const words = [verdictWords(latest.result), fromWords(latest.result)].filter(Boolean).join(' ')
    return {
      ...party(verdict.party, 'declared'),
      verdict: verdict.kind,
      name: `${name}: ${words}, majority ${grouped(majority.votes)}`,
    }
  }
  if (flash) {
    return {
      ...party(flash.winner.party, 'flash'),
      verdict: flash.verdict.kind,
      name: `${name}: ${shortName(flash.winner.party)} ${flash.verdict.kind}, figures to follow`,
    }
  }
  const awaited = `${name}: ${countMark(seat).toLowerCase()}${defenceWords(seat)}`
  if (isQuiet && contest.previous) {
    const holder = baselineWinner(contest.previous)
    return { ...party(holder, 'defended'), verdict: undefined, name: awaited }
  }
  return { state: 'awaited', party: null, verdict: undefined, letter: '', name: awaited }
}

const party = (id: string, state: CellLook['state']) => ({
  state,
  party: id,
  letter: partyOf(id).letter,
})

const defenceWords = ({ contest }: Seat): string => {
  const defence = defenceOf(contest)
  return defence
    ? `, ${shortName(defence.party)} defends a majority of ${grouped(defence.majority)}`
    : ''
}
