import { grouped, plural } from '@night/shared/figures'
import { capitalised } from '@night/shared/tale'
import { countOf } from './figure.ts'
import type { Form } from './form.ts'

/** The running sum, against the total once that was read out. */
type Sum = {
  readonly state: 'open' | 'agrees' | 'apart'
  /** Large: "Adds up to 25,586 of 25,586". */
  readonly words: string
  /** Small, below it. */
  readonly more: string
}

/** [ENT3] */
export const sumOf = ({ figures, valid }: Form): Sum => {
  const counts = [...figures.values()].map(countOf)
  const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0)
  const left = counts.filter((count) => count === null).length
  const toCome = left === 0 ? 'all figures are there' : `${plural(left, 'figure')} to come`
  const total = countOf(valid)
  if (total === null) {
    return {
      state: 'open',
      words: `${grouped(sum)} so far`,
      more: `${capitalised(toCome)}, no total yet`,
    }
  }
  if (sum === total && left === 0) {
    const words = `Adds up to ${grouped(sum)} of ${grouped(total)}`
    return { state: 'agrees', words, more: capitalised(toCome) }
  }
  const apart = grouped(Math.abs(sum - total))
  const more = `${grouped(sum)} of ${grouped(total)}, ${toCome}`
  if (sum > total) return { state: 'apart', words: `${apart} more than the total`, more }
  if (left > 0) return { state: 'open', words: `${apart} still to come`, more }
  return { state: 'apart', words: `${apart} fewer than the total`, more }
}
