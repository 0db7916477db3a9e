import { countOf } from './figure.ts'
import { type Form, type Votes, votesOf } from './form.ts'

/** Most votes first; who are level stand in ballot order. */
export const byVotes = (votes: readonly Votes[]): readonly Votes[] =>
  votes.toSorted((a, b) => b.votes - a.votes)

/** Those who have as many votes as the first: more than one where a lot decides. */
export const levelOf = (votes: readonly Votes[]): readonly string[] => {
  const most = Math.max(...votes.map((row) => row.votes))
  return votes.filter((row) => row.votes === most).map(({ candidate }) => candidate)
}

/** Whose figures are keyed twice: the two highest, and whoever is level with the first. [ENT5] */
export const leadersOf = (form: Form): readonly string[] => {
  const votes = votesOf(form)
  if (votes === null) return []
  const level = levelOf(votes)
  const first = byVotes(votes).slice(0, Math.max(2, level.length))
  const ids = new Set(first.map(({ candidate }) => candidate))
  return votes.map(({ candidate }) => candidate).filter((id) => ids.has(id))
}

type Second = 'empty' | 'unclear' | 'agrees' | 'differs'

/** How the second figure of a leader stands to the first. */
export const secondOf = ({ figures, again }: Form, id: string): Second => {
  const second = again.get(id)
  if (second === undefined || second.kind === 'empty') return 'empty'
  if (second.kind === 'unclear') return 'unclear'
  return second.count === countOf(figures.get(id)) ? 'agrees' : 'differs'
}

/** Whether both leaders were keyed twice, and the same. */
export const areKeyedTwice = (form: Form): boolean => {
  const leaders = leadersOf(form)
  return leaders.length > 0 && leaders.every((id) => secondOf(form, id) === 'agrees')
}
