import { decimal, grouped, percentage, votesInWords } from './figures.ts'
import { partyOf } from './party.ts'
import type { CandidateResult, Result } from './result.ts'
import { styles } from './style.ts'
import {
  capitalised,
  fromNothingWords,
  isNoSwing,
  noSwingWords,
  sentencesOf,
  type Tale,
  votesOverturned,
} from './tale.ts'

const counted = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const number = (count: number): string => counted[count] ?? String(count)

const opening = ({ name, result, style = 'house' }: Tale): string => {
  const { verdict } = result
  const winner = capitalised(styles[style].party(verdict.party))
  switch (verdict.kind) {
    case 'gain':
      return `${winner} gained ${name} from ${styles[style].party(verdict.from ?? '')}`
    case 'hold':
      return `${winner} held ${name}`
    case 'win':
      return `${winner} won ${name}`
  }
}

const first = (tale: Tale): string => {
  const { result } = tale
  const { swing, verdict, noSwing } = result
  const overturned = votesOverturned(result)
  const parts = [
    `${opening(tale)} ${result.decidedByLot ? 'after a tie that was decided by lot' : `with a majority of ${grouped(result.majority.votes)}`}`,
    overturned > 0 && `overturning ${majorityBefore(result)} at the ${verdict.against}`,
    swing && swingWords(tale),
    verdict.notional && overturned === 0 && `against the ${verdict.against}`,
  ]
  const why =
    noSwing && noSwing.code !== 'no-baseline'
      ? ` No swing is given: ${uncapitalised(noSwing.words)}`
      : ''
  return `${parts.filter(Boolean).join(', ')}.${why}`
}

/** "one of 19,634" after a majority that was named; else what it was. */
const majorityBefore = (result: Result): string => {
  const votes = votesOverturned(result)
  if (votes === 1) return `a majority of ${votesInWords(votes)}`
  return `${result.decidedByLot ? 'a majority' : 'one'} of ${grouped(votes)}`
}

const swingWords = ({ result, style = 'house' }: Tale): string => {
  const { swing } = result
  if (!swing) return ''
  if (isNoSwing(swing)) return `with ${noSwingWords(swing)}`
  const points = styles[style].points(swing.printed)
  const from = fromNothingWords(result)
  return `on a swing of ${points} from ${partyOf(swing.from).short} to ${partyOf(swing.to).short}${from === null ? '' : `, counting ${from}`}`
}

const uncapitalised = (text: string): string =>
  /^(The|An|A|There|Nothing|Nobody)\b/.test(text)
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text

const change = ({ change: points, share }: CandidateResult, { turnout }: Result): string => {
  if (points === null) return ''
  const size = decimal(Math.abs(points * 100))
  if (size === '0.0' || turnout.valid === 0 || share === 0) return ', unchanged'
  return `, ${points > 0 ? 'up' : 'down'} ${size} points`
}

const figure = (candidate: CandidateResult, tale: Tale): string => {
  const { turnout } = tale.result
  const share = styles[tale.style ?? 'house'].share(percentage(candidate.votes, turnout.valid))
  return `${candidate.name} (${partyOf(candidate.party).short}) had ${votesInWords(candidate.votes)}, ${share}${change(candidate, tale.result)}`
}

const deposits = ({ candidates }: Result): string => {
  const lost = candidates.filter(({ deposit }) => deposit === 'lost').length
  if (lost === 0) return 'Nobody lost a deposit.'
  const theirs = lost === 1 ? 'a deposit' : 'their deposits'
  return `Of ${number(candidates.length)} candidates, ${number(lost)} lost ${theirs}.`
}

const second = (tale: Tale): string => {
  const { result, style = 'house' } = tale
  const [winner, next] = result.candidates
  const turnout = styles[style].share(percentage(result.turnout.valid, result.turnout.electorate))
  return [
    ...sentencesOf(tale.records),
    winner ? `${figure(winner, tale)}${next ? `; ${figure(next, tale)}` : ''}.` : '',
    `Turnout was ${turnout}.`,
    deposits(result),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Two paragraphs: what happened, and what there is to say of it. Every number is a field of the event. [WRD7] */
export const story = (tale: Tale): string => `${first(tale)}\n\n${second(tale)}`
