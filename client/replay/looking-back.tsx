import { useComputed } from '@preact/signals'
import type { Deck } from './deck.ts'
import { lookingBackWords } from './view-words.ts'

type LookingBackProps = { readonly deck: Deck; readonly back: string }

/** Above a screen that is looked back from: that this is the past, how far, and the way out. [RPR5] */
export const LookingBack = ({ deck, back }: LookingBackProps) => {
  const words = useComputed(() => lookingBackWords(deck))
  return (
    <section class="looking-back" aria-label="Looking back">
      <p>{words.value}</p>
      <a href={back}>
        Back to live <kbd aria-hidden="true">Shift B</kbd>
      </a>
    </section>
  )
}
