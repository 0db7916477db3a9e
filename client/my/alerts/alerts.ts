import type { Mode } from '@night/shared/night'
import type { AlertRules } from '@night/shared/alert/rules'
import type { Followed } from '../../parts/follow-night.ts'
import { beginUntilTold } from './begin.ts'
import { lookAgain } from './look-again.ts'
import { createPhone } from './phone.ts'
import { sendTest, showOnScreen, turnOff, turnOn } from './turn-on.ts'

type Parts = {
  readonly night: string
  readonly viewToken: string | undefined
  readonly followed: Followed
}

/** A phone's alerts on one night, and all that its reader does with them. */
export type Alerts = ReturnType<typeof createAlerts>

export const createAlerts = ({ night, viewToken, followed }: Parts) => {
  const phone = createPhone({ night, viewToken, say: followed.say })
  const { standing, log, phase } = phone
  let seats: readonly string[] = []
  const change = (rules: Partial<AlertRules>): void => {
    phone.explain(null)
    void standing.change(rules)
  }
  /** My seats are the seats on this page: the server hears of it as soon as they differ, or it is there again. [ALR74] */
  const follow = (chosen: readonly string[]): void => {
    seats = chosen
    const known = standing.rules.peek()?.seats
    if (phase.peek() !== 'on' || known === undefined || known.join() === seats.join()) return
    change({ seats: [...seats] })
  }
  return {
    phone,
    now: followed.now,
    change,
    follow,
    /** Reads what stands, and goes on looking; the answer ends it. */
    start: (mode: Mode): (() => void) => {
      const stop = beginUntilTold(phone, mode)
      const stopLooking = lookAgain(followed, () => {
        if (phase.peek() !== 'on') return
        log.poke()
        follow(seats)
      })
      return () => {
        stop()
        stopLooking()
      }
    },
    turnOn: () => void turnOn(phone, seats),
    showOnScreen: () => void showOnScreen(phone, seats),
    turnOff: () => void turnOff(phone),
    sendTest: () => void sendTest(phone),
  }
}
