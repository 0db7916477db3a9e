import { signal } from '@preact/signals'
import { render } from 'preact'
import { takeDelivery } from '../parts/delivery.ts'
import { followNight } from '../parts/follow-night.ts'
import { NoNight } from '../parts/no-night.tsx'
import { createAlerts } from './alerts/alerts.ts'
import { keepWhileHeard } from './keep-while-heard.ts'
import { readKept } from './kept-board.ts'
import { My } from './my.tsx'
import { startService } from './service.ts'
import { lastNight, rememberNight } from './last-night.ts'

const { night: named, delivered, token } = takeDelivery()
const night = named ?? lastNight()
const root = document.getElementById('my') ?? document.body

const begin = async (night: string): Promise<void> => {
  rememberNight(night)
  const kept = delivered ? null : await readKept(night)
  const followed = followNight({
    night,
    token,
    delivered: delivered ?? kept,
    ...(kept && { deliveredAt: kept.heardAt }),
  })
  const hasSignal = signal(navigator.onLine)
  const look = (): void => void (hasSignal.value = navigator.onLine)
  addEventListener('online', look)
  addEventListener('offline', look)
  root.replaceChildren()
  const alerts = createAlerts({ night, viewToken: token, followed })
  render(<My {...{ night, followed, alerts, hasSignal }} />, root)
  keepWhileHeard(night, followed.history)
}

if (night === null) {
  root.replaceChildren()
  render(<NoNight />, root)
} else void begin(night)
void startService()
