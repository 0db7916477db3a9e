import { clockTime } from '@night/shared/time'
import type { Held, KnownContest } from './answers.ts'

type SaidProps = { readonly held: Held; readonly contest: KnownContest | undefined }

/** What was sent beside figures, in words. */
export const Said = ({ held, contest }: SaidProps) => (
  <>
    {saidOf(held, contest).map(([what, words]) => (
      <p class="card-said" key={what}>
        {what}: <b>{words}</b>
      </p>
    ))}
  </>
)

type Line = readonly [what: string, words: string]

const saidOf = (held: Held, contest: KnownContest | undefined): Line[] => {
  const nameOf = (id: string): string =>
    contest?.candidates.find((one) => one.id === id)?.name ?? id
  const lines = (all: Readonly<Record<string, string | null>>): Line[] =>
    Object.entries(all).filter((line): line is [string, string] => line[1] !== null)
  switch (held.kind) {
    case 'declaration': {
      const { reason, elected, drawnByLot } = held.declaration
      return lines({
        'Why it is sent again': reason,
        'Read out as elected': elected === null ? null : nameOf(elected),
        'The lot fell on': drawnByLot === null ? null : nameOf(drawnByLot),
      })
    }
    case 'flash':
      return [['Said to have won', nameOf(held.flash.candidate)]]
    case 'withdrawal':
      return [['Why', held.withdrawal.reason]]
    case 'status': {
      const { status, expectedAt, text } = held.status
      const expected = expectedAt === null ? null : clockTime(expectedAt)
      return lines({ 'The count': status, Expected: expected, Words: text })
    }
    case 'note':
      return lines({ Words: held.note.text, Speaker: held.note.speaker })
    case 'opening':
    case 'closing':
      return []
  }
}
