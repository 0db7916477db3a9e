import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Wanted } from './request.ts'
import { type Came, send } from './send.ts'

/** Sends what is wanted, a write at the second press only; and what has come back of it. */
export const useTry = (isRead: boolean) => {
  const isArmed = useSignal(false)
  const came = useSignal<Came | null>(null)
  const going = useSignal<AbortController | null>(null)
  useEffect(() => () => going.peek()?.abort(), [])
  const stop = (): void => {
    going.peek()?.abort()
    going.value = null
    const last = came.peek()
    if (last) came.value = { ...last, isOpen: false }
  }
  const press = async (wanted: Wanted): Promise<void> => {
    const mayGo = isRead || isArmed.peek()
    isArmed.value = !mayGo
    if (!mayGo) return
    going.peek()?.abort()
    const now = new AbortController()
    going.value = now
    came.value = null
    await send(wanted, now.signal, (so) => (came.value = so))
    if (going.peek() === now) going.value = null
  }
  return {
    isArmed: isArmed.value,
    came: came.value,
    isGoing: going.value !== null,
    press,
    disarm: () => void (isArmed.value = false),
    stop,
  }
}
