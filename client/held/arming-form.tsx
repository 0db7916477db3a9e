import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Done } from './deeds.ts'
import { TextField } from './fields.tsx'
import type { Work } from './work.ts'

/** A live night says nothing until two people at the desk have typed its phrase. */
export const ArmingForm = ({ work }: { readonly work: Work }) => {
  const form = useRef<HTMLFormElement>(null)
  const { done, isBusy, arm } = useArming(work)
  const refusal = work.unarmed.value
  if (done.value.ok) return <p class="told">{done.value.words}</p>
  return (
    <form
      class="arming"
      aria-labelledby="arming-title"
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        const phrase = new FormData(event.currentTarget).get('phrase')
        if (!isBusy.peek() && typeof phrase === 'string') void arm(phrase.trim())
      }}
    >
      <h3 id="arming-title">Go live</h3>
      <p class="part-note">
        {refusal !== ''
          ? refusal
          : 'A live night says nothing until two people at the desk have typed its phrase: “GO LIVE” and the night’s own name in the address.'}
      </p>
      <TextField fault={null} label="The phrase" name="phrase" most={200} />
      <div class="buttons">
        <button type="submit" class="do" aria-disabled={isBusy.value}>
          Go live
        </button>
      </div>
      {done.value.words !== '' && <p class="told">{done.value.words}</p>}
    </form>
  )
}

/** What became of the phrase: told at once, and again when the second person has come. */
const useArming = (work: Work) => {
  const done = useSignal<Done>({ ok: false, words: '' })
  const isBusy = useSignal(false)
  const tell = (now: Done): void => {
    done.value = now
    isBusy.value = false
  }
  const arm = async (phrase: string): Promise<void> => {
    isBusy.value = true
    tell(await work.arm(phrase, (words) => tell({ ok: false, words })))
  }
  return { done, isBusy, arm }
}
