import type { AlertRules } from '@night/shared/alert/rules'
import { computed, signal } from '@preact/signals'
import type { ServerSide, SubscriptionView } from './server-side.ts'

type Parts = {
  readonly server: Pick<ServerSide, 'change'>
  /** Says why a change was undone. */
  readonly explain: (words: string) => void
}

/** Rules as the phone shows them: what the server has, and above it what is still on its way there. [ALR70] */
export const createStandingRules = ({ server, explain }: Parts) => {
  const view = signal<SubscriptionView | null>(null)
  const underway = signal<readonly Partial<AlertRules>[]>([])
  const rules = computed(
    (): AlertRules | null =>
      view.value && underway.value.reduce<AlertRules>(merged, view.value.rules),
  )
  let last: Promise<unknown> = Promise.resolve()
  const send = async (change: Partial<AlertRules>): Promise<void> => {
    const told = await server.change({ rules: change })
    if (told.ok) view.value = told.answer
    underway.value = underway.value.filter((other) => other !== change)
    if (!told.ok) explain(`That was not changed. ${told.words}`)
  }
  return {
    view,
    rules,
    /** Shown at once; taken back where the server did not take it. */
    change: (change: Partial<AlertRules>): Promise<unknown> => {
      underway.value = [...underway.value, change]
      last = last.then(() => send(change))
      return last
    },
  }
}

const merged = (rules: AlertRules, change: Partial<AlertRules>): AlertRules => ({
  ...rules,
  ...change,
})
