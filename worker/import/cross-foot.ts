import { check } from '@night/shared/checks'
import { mayBeReleased, nothingStands } from '@night/shared/reason'
import { grouped } from '@night/shared/figures'
import type { Instant } from '@night/shared/instant'
import { milliseconds } from '@night/shared/time'
import type { Draft } from './draft.ts'
import type { Finding } from './finding.ts'
import type { Known } from './known.ts'

/**
 * Whatever does not tie in one seat's figures: all that would hold a declaration back, and a time before the polls
 * closed. What a second person may let through is flagged only, since an official file is that; so is a majority of the
 * file that is not the votes', since no supplied majority is used.
 */
export const crossFoot = (
  draft: Draft,
  majority: number | null,
  { kind, pollsClose }: Pick<Known, 'kind' | 'pollsClose'>,
): readonly Finding[] => {
  const { contest, figures, declaredAt } = draft
  const seat = contest.constituency.name
  const declaration = { ...figures, declaredAt: declaredAt ?? pollsClose }
  const reasons = check({ declaration, contest, seat: nothingStands, kind }).map(
    ({ code, words, suggestion }): Finding => ({
      weight: mayBeReleased(code) ? 'flagged' : 'refused',
      seat,
      code,
      words: suggestion === undefined ? words : `${words} ${suggestion}`,
    }),
  )
  return [
    ...reasons,
    ...untimely(seat, declaredAt, pollsClose),
    ...otherMajority(seat, figures, majority),
  ]
}

const untimely = (seat: string, declaredAt: Instant | null, pollsClose: Instant): Finding[] => {
  if (declaredAt === null) {
    const words = 'No declaration time is known, so the log is without this seat: see --times.'
    return [{ weight: 'flagged', seat, code: 'no-time', words }]
  }
  if (milliseconds(declaredAt) > milliseconds(pollsClose)) return []
  const words = `Declared at ${declaredAt}, but the polls closed at ${pollsClose}.`
  return [{ weight: 'refused', seat, code: 'declared-before-polls-closed', words }]
}

const otherMajority = (
  seat: string,
  { votes }: Draft['figures'],
  majority: number | null,
): Finding[] => {
  const [first = 0, second = 0] = votes.map((row) => row.votes).toSorted((a, b) => b - a)
  if (majority === null || majority === first - second) return []
  const words = `The file says a majority of ${grouped(majority)}; by the votes it is ${grouped(first - second)}.`
  return [{ weight: 'flagged', seat, code: 'wrong-majority', words }]
}
