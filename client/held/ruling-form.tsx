import { constituencyOf } from '@night/shared/about'
import { useSignal } from '@preact/signals'
import { reasonIn } from './calls.ts'
import { Confirmation } from './confirmation.tsx'
import type { Held } from './answers.ts'
import type { Into } from './deeds.ts'
import { isFirm } from './held-words.ts'
import type { Work } from './work.ts'

type RulingFormProps = { readonly held: Held; readonly into: Into; readonly work: Work }

/** Asks why, in words; then it is decided, and never by one key. [HLD5 HLD6] */
export const RulingForm = ({ held, into, work }: RulingFormProps) => {
  const fault = useSignal('')
  const isBusy = useSignal(false)
  const name = work.nameOf(constituencyOf(held))
  const words = wordsFor(held, name)[into]
  const confirm = async (form: FormData): Promise<void> => {
    const written = reasonIn(form)
    if (!written.ok) {
      fault.value = written.words
      return
    }
    isBusy.value = true
    const refusal = await work.rule(held, into, written.call)
    isBusy.value = false
    fault.value = refusal
    if (refusal !== '') work.say(refusal)
  }
  return (
    <Confirmation
      {...words}
      kind={into}
      fault={fault.value}
      isBusy={isBusy.value}
      cancel={work.endRuling}
      confirm={confirm}
    />
  )
}

const wordsFor = (
  held: Held,
  name: string,
): Readonly<Record<Into, { title: string; note: string; action: string }>> => ({
  release: {
    title: `Let ${name} through?`,
    note: 'It goes to every screen at once. Your name, your reason and what is overruled stand in the log.',
    action: `Let ${name} through`,
  },
  reject: {
    title: `Reject ${name}?`,
    note: held.reasons.some(isFirm)
      ? 'It is never published, however often it is sent. The right figures have to be sent anew.'
      : 'It is never published, however often it is sent.',
    action: `Reject ${name}`,
  },
})
