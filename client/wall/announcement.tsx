import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import { freshness } from '../freshness.ts'
import type { History } from '../history.ts'
import { spokenWords } from '../night-words.ts'

/** The only live region: empty at first, then one sentence for each arrival. [WALL10] */
export const Announcement = ({ history }: { readonly history: ReadonlySignal<History> }) => {
  const words = useSignal('')
  useSignalEffect(() => {
    const { arrived, heardAt, voidedAt } = history.value
    if (arrived.length > 0) words.value = spokenWords(arrived)
    else if (voidedAt && voidedAt === heardAt) words.value = freshness(history.value, heardAt).words
  })
  return (
    <p class="unseen" role="status">
      {words.value}
    </p>
  )
}
