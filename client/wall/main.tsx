import { computed, signal } from '@preact/signals'
import { render } from 'preact'
import { createFeed } from '../feed.ts'
import { begin } from '../history.ts'
import { momentAfter, noMoment } from './moment.ts'
import { readPage } from './page.ts'
import { keepAwake } from './wake-lock.ts'
import { NoNight, Wall } from './wall.tsx'

const page = readPage()
const root = document.getElementById('wall') ?? document.body
if (page.still) document.documentElement.dataset['motion'] = 'off'
root.replaceChildren()

if (page.night === null) {
  render(<NoNight />, root)
} else {
  const history = signal(begin(page.delivered, Date.now()))
  const moment = signal(noMoment)
  const now = signal(Date.now())
  const feed = createFeed({
    night: page.night,
    delivered: page.delivered,
    ...(page.token === undefined ? {} : { token: page.token }),
  })
  feed.subscribe((heard) => {
    now.value = Date.now()
    moment.value = momentAfter(moment.value, heard.arrived, now.value)
    history.value = heard
  })
  // The one timer of the page: clock, age of the data and the end of a moment all read it.
  setInterval(() => {
    now.value = Date.now()
  }, 200)
  const board = computed(() => history.value.board)
  render(<Wall {...{ history, board, moment, now }} />, root)
  keepAwake()
}
