import type { Board } from '@night/shared/board'
import { isHeard } from '../heard.ts'
import { createPageFeed } from '../page-feed.ts'
import { takeDelivery } from '../parts/delivery.ts'
import { keepStillWhereAsked } from '../still.ts'
import { clearance, readAddress } from './address.ts'
import { boardShown, emptyLine, shortened, withBoard } from './delay.ts'
import type { Graphic, Scene } from './scene.ts'
import { readWishes } from './wishes.ts'

const tick = 200

/** Goes on where the machine's clock is put right: what is on air neither goes nor waits for that. */
const read = (): number => performance.timeOrigin + performance.now()

/** Runs a graphic for as long as its page is open: right in its first frame, on air only where it may be. [OVL1 OVL3] */
export const play = <Picture>(root: HTMLElement, graphic: Graphic<Picture>): void => {
  const { night, delivered, token } = takeDelivery()
  keepStillWhereAsked()
  const easel = createEasel(root, graphic)
  const control = createControl(() => look(), graphic.turnsEvery)
  let address = readAddress(location.search)
  let heard: Parameters<typeof isHeard>[0] = { link: 'connecting', heardAt: null }
  let line = emptyLine

  const show = (): void => {
    const now = read()
    const { delay, seat } = address
    control.turnPage(now)
    // For whoever operates it: nothing of this goes on air.
    root.dataset['age'] = isHeard(heard, Date.now()) ? 'fresh' : 'delayed'
    line = shortened(line, delay, now)
    const board = boardShown(line, delay, now)
    const clear = board && clearance(board.night.mode, address)
    const turn = control.turn()
    easel.show(board && clear?.drawn ? { board, mark: clear.mark, seat, turn } : null, now)
  }
  /** What the operator asked for may stand in the address. */
  const look = (): void => {
    address = readAddress(location.search)
    root.dataset['playing'] = String(!address.waits)
    show()
  }
  const learn = (board: Board | null = null): void => {
    if (board) line = withBoard(line, board, read())
    show()
  }
  learn(delivered?.board)
  look()
  setInterval(show, tick)
  if (night === null) return
  createPageFeed({ night, delivered, token }).subscribe((history) => {
    heard = history
    learn(history.board)
  })
}

/** Draws a picture when it is another than the one that hangs. */
const createEasel = <Picture>(
  root: HTMLElement,
  { pictureOf, draw, keeps = () => 0 }: Graphic<Picture>,
) => {
  let scene: Scene | null = null
  let wanted: Picture | null = null
  let hanging: Picture | null = null
  let text = 'null'
  let since = -Infinity
  const hang = (now: number): void => {
    const next = JSON.stringify(wanted)
    if (next === text) return
    if (hanging !== null && wanted !== null && now - since < keeps(hanging, wanted)) return
    hanging = wanted
    text = next
    since = now
    root.replaceChildren(...(wanted === null ? [] : [draw(wanted)]))
  }
  return {
    show: (next: Scene | null, now: number): void => {
      const isAsked = scene?.seat !== next?.seat || scene?.turn !== next?.turn
      if (isAsked || scene?.board !== next?.board) {
        wanted = next && pictureOf(next)
        root.dataset['seq'] = String(next?.board.seq ?? '')
        // What an operator asks for does not wait.
        if (isAsked) since = -Infinity
      }
      scene = next
      hang(now)
      // What hung first was there already, once it was painted; only what comes later comes in.
      requestAnimationFrame(() => requestAnimationFrame(() => (root.dataset['settled'] = 'true')))
    },
  }
}

/**
 * The functions that CasparCG calls, and Space for who sits at a keyboard. What is asked for stands in the address, so
 * that a page that loads anew goes on as the operator left it. [OVL8]
 */
const createControl = (show: () => void, turnsEvery = Infinity) => {
  let turn = 0
  let paused = false
  let turnedAt = read()
  const keep = (name: 'seat' | 'start', value: string): void => {
    const url = new URL(location.href)
    url.searchParams.set(name, value)
    history.replaceState(null, '', url)
    show()
  }
  const turnOver = (): void => {
    turn += 1
    turnedAt = read()
  }
  const next = (): void => {
    turnOver()
    show()
  }
  const update = (text: string): void => {
    const { seat, paused: pauses = paused } = readWishes(text)
    paused = pauses
    if (seat === undefined) return
    turn = 0
    keep('seat', seat ?? '')
  }
  const play = (): void => keep('start', '')
  const stop = (): void => keep('start', 'waiting')
  Object.assign(window, { play, stop, update, next })
  addEventListener('keydown', ({ key }) => {
    if (key === ' ') paused = !paused
    if (key === 'ArrowRight') next()
  })
  return {
    turn: () => turn,
    turnPage: (now: number): void => {
      if (!paused && now - turnedAt >= turnsEvery) turnOver()
    },
  }
}
