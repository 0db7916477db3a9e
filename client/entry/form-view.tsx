import { useEffect } from 'preact/hooks'
import { AgainBoxes } from './again-boxes.tsx'
import { CandidateBoxes } from './candidate-boxes.tsx'
import { goByEnter, goToBox } from './keys.ts'
import { areFiguresSound, type Facts, missingIn } from './missing.ts'
import { areKeyedTwice } from './leaders.ts'
import { NameBoxes } from './name-boxes.tsx'
import { PaperBoxes } from './paper-boxes.tsx'
import type { Entry } from './state.ts'
import { DoubtBox } from './doubt-box.tsx'

export type PartProps = { readonly entry: Entry; readonly facts: Facts }

/** All boxes, in the order in which the officer reads. What comes later is asked when what comes before agrees. [ENT1] */
export const FormView = ({ entry, facts }: PartProps) => {
  const isSound = areFiguresSound(facts)
  const isTwice = isSound && areKeyedTwice(facts.form)
  useEffect(() => {
    // Whoever opens the page may write at once, where they had stopped.
    if (document.activeElement === document.body) goToBox(missingIn(facts)[0]?.box ?? 'send')
  }, [])
  return (
    <form
      class="sheet"
      aria-label="Declaration"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        entry.send()
      }}
      onKeyDown={(event) => goByEnter(event, event.currentTarget)}
    >
      <CandidateBoxes {...{ entry, facts }} />
      <PaperBoxes {...{ entry, facts }} />
      <DoubtBox {...{ entry, facts }} />
      {isSound && <AgainBoxes {...{ entry, facts }} />}
      {isTwice && <NameBoxes {...{ entry, facts }} />}
      <button type="submit" class="send" data-box="send">
        Send the declaration
      </button>
    </form>
  )
}
