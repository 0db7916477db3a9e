import { check } from '@night/shared/checks'
import { submissionId } from '@night/shared/submission'
import type { OpenNight } from '@night/shared/night'
import type { Declaration } from '@night/shared/declaration'
import { mayBeReleased, nothingStands } from '@night/shared/reason'
import type { Night } from '../../night.ts'
import { sha256 } from '../../sha256.ts'
import type { Source } from '../examples.ts'
import { readOut, tamworthOf } from './tamworth.ts'

const open: OpenNight = {
  id: 'tamworth-tonight',
  mode: 'rehearsal',
  run: 1,
  openedAt: '2023-10-19T20:30:00.000Z',
}
const by = 'a1b2c3d4'

const atTheDoor = {
  at: '2023-10-20T01:44:10.112Z',
  from: 'Hall of Tamworth',
  constituency: 'E14000986',
  code: 'before-polls-close',
  words: 'Polls close on Thursday 10.00pm; nothing is declared before.',
} as const

/** Tamworth declared as it was, and with a total that its votes do not come to. */
export const declarationExamples = ({ night }: Source) => {
  const tamworth = tamworthOf(night)
  const declaration = readOut(tamworth)
  const id = submissionId(open, { kind: 'declaration', declaration, by }, sha256)
  const held = heldBack(night, { ...declaration, valid: 25_596 })
  return {
    declaration,
    queued: { id, status: 'queued' },
    fate: { id, status: 'published', seq: tamworth.seq },
    held: { held: [held] },
    ruling: { reason: 'The hall has confirmed the figures by telephone.' },
    released: { id: held.id, status: 'released' },
    rejected: { id: held.id, status: 'rejected' },
    refusals: { refusals: [atTheDoor] },
    reach: {
      standing: tamworth.seq,
      revision: 1,
      consequences: [
        { kind: 'line', text: tamworth.words.line },
        { kind: 'total', text: 'Lab one seat fewer' },
      ],
      screens: 12,
    },
  }
}

/** A declaration as it waits for the desk, with what speaks against it. */
const heldBack = ({ definition }: Night, declaration: Declaration) => {
  const submission = { kind: 'declaration', declaration, by } as const
  const contest = definition.contests.find(
    (one) => one.constituency.id === declaration.constituency,
  )
  if (!contest) throw new Error(`${declaration.constituency} is not contested on this night`)
  const reasons = check({ declaration, contest, seat: nothingStands, kind: definition.kind })
  const releasable = reasons.every(({ code }) => mayBeReleased(code))
  const id = submissionId(open, submission, sha256)
  return { id, status: 'held', reasons, releasable, ...submission }
}
