import { capitalised } from '@night/shared/tale'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { reasonIn } from './calls.ts'
import { Confirmation } from './confirmation.tsx'
import type { Work } from './work.ts'

type WithdrawProps = {
  readonly work: Work
  readonly tell: (words: string) => void
  readonly seat: { readonly id: string; readonly name: string }
  /** 0: a winner without figures. */
  readonly revision: number
  /** Whether it is shown how far that revision has gone. */
  readonly isKnown: boolean
  readonly cancel: () => void
}

const named = (revision: number): string => (revision === 0 ? 'the winner' : `revision ${revision}`)

/** Asks why; what was written stays when other figures take the place of those that it was asked of. [COR5] */
export const Withdraw = (props: WithdrawProps) => {
  const { seat, work, revision, isKnown, cancel } = props
  const { send, fault, isBusy } = useWithdrawal(props)
  const asked = useSignal(revision)
  const isChanged = asked.value !== revision
  const question = isChanged
    ? `${capitalised(named(revision))} stands now, and no longer ${named(asked.value)}. Is that one to be withdrawn, with this reason?`
    : ''
  useEffect(() => {
    if (question !== '') work.say(question)
  }, [question])
  const confirm = async (form: FormData): Promise<void> => {
    if (isChanged) {
      asked.value = revision
      return
    }
    const written = reasonIn(form)
    if (written.ok) await send(written.call)
    else fault.value = written.words
  }
  const what = named(revision)
  return (
    <Confirmation
      title={`Withdraw ${seat.name}, ${what}?`}
      note="All of the above no longer stands, on every screen, at once. The reason is public, in the corrections."
      action={isChanged ? `Yes: ${what}` : `Withdraw ${seat.name}`}
      kind="withdraw"
      fault={fault.value}
      isBusy={isBusy.value || !isKnown}
      {...{ question, cancel, confirm }}
    />
  )
}

const useWithdrawal = ({ seat: { id, name }, work, tell, revision, cancel }: WithdrawProps) => {
  const fault = useSignal('')
  const isBusy = useSignal(false)
  const send = async (reason: string): Promise<void> => {
    const body = { constituency: id, revision, reason }
    const about = `Withdrawal of ${name}`
    let isSent = false
    const tellOn = (words: string): void => {
      isSent = true
      tell(`${about}. ${words}`)
    }
    isBusy.value = true
    const { words } = await work.send({ to: 'withdrawals', body, about, tell: tellOn })
    isBusy.value = false
    if (!isSent) {
      fault.value = words
      return
    }
    tellOn(words)
    cancel()
  }
  return { send, fault, isBusy }
}
