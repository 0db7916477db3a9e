import { type ReadonlySignal, useComputed } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { freshness } from '../freshness.ts'
import type { History } from '../history.ts'
import { spokenWords } from '../night-words.ts'

/** The only live region: empty at first, then one sentence for each arrival, in the frame in which it is drawn. [WALL10] */
export const Announcement = ({ history }: { readonly history: ReadonlySignal<History> }) => {
  const said = useRef('')
  const words = useComputed(() => {
    const { arrived, heardAt, voidedAt } = history.value
    if (arrived.length > 0) said.current = spokenWords(arrived)
    else if (voidedAt && voidedAt === heardAt)
      said.current = freshness(history.value, heardAt).words
    return said.current
  })
  return (
    <p class="unseen" role="status">
      {words.value}
    </p>
  )
}
