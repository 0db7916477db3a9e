import type { Board } from '@night/shared/board'
import { isHeard } from '../heard.ts'
import { createPageFeed } from '../page-feed.ts'
import { takeDelivery } from '../parts/delivery.ts'
import { keepStillWhereAsked } from '../still.ts'
import { type Address, clearance, readAddress } from './address.ts'
import { boardShown, emptyLine, shortened, withBoard } from './delay.ts'
import type { Graphic, Scene } from './scene.ts'
import { readWishes } from './wishes.ts'

const tick = 200

/** Goes on where the machine's clock is put right: what is on air neither goes nor waits for that. */
const read = (): number => performance.timeOrigin + performance.now()

/** Runs a graphic for as long as its page is open: right in its first frame, on air only where it may be. [OVL1 OVL3] */
export const play = <Picture>(root: HTMLElement, graphic: Graphic<Picture>): void => {
  const { night, delivered, token } = takeDelivery()
  const address = readAddress(location.search)
  keepStillWhereAsked()
  const easel = createEasel(root, graphic)
  const control = createControl(root, address, graphic.turnsEvery ?? null)
  let heard: Parameters<typeof isHeard>[0] = { link: 'connecting', heardAt: null }
  let line = emptyLine

  const show = (): void => {
    const now = read()
    control.turnPage(now)
    // For whoever operates it: nothing of this goes on air.
    root.dataset['age'] = isHeard(heard, Date.now()) ? 'fresh' : 'delayed'
    line = shortened(line, address.delay, now)
    const board = boardShown(line, address.delay, now)
    const clear = board && clearance(board.night.mode, address)
    easel.show(board && clear?.drawn ? { board, mark: clear.mark, ...control.wanted() } : null, now)
  }
  const learn = (board: Board | null = null): void => {
    if (board) line = withBoard(line, board, read())
    show()
  }
  learn(delivered?.board)
  control.onWish(show)
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
      // What hung first was there already; only what comes later comes in.
      requestAnimationFrame(() => (root.dataset['settled'] = 'true'))
    },
  }
}

/** The functions that CasparCG calls, and Space for who sits at a keyboard. [OVL8] */
const createControl = (root: HTMLElement, address: Address, turnsEvery: number | null) => {
  let { seat } = address
  let turn = 0
  let paused = false
  let turnedAt = read()
  let wish = (): void => undefined
  const onAir = (playing: boolean) => (): void => {
    root.dataset['playing'] = String(playing)
  }
  const next = (): void => {
    turn += 1
    turnedAt = read()
    wish()
  }
  const update = (text: string): void => {
    const wishes = readWishes(text)
    if (wishes.seat !== undefined) {
      seat = wishes.seat
      turn = 0
    }
    paused = wishes.paused ?? paused
    wish()
  }
  onAir(!address.waits)()
  Object.assign(window, { play: onAir(true), stop: onAir(false), update, next })
  addEventListener('keydown', ({ key }) => {
    if (key === ' ') paused = !paused
    if (key === 'ArrowRight') next()
  })
  return {
    wanted: () => ({ seat, turn }),
    onWish: (listener: () => void) => (wish = listener),
    turnPage: (now: number): void => {
      if (turnsEvery === null || paused || now - turnedAt < turnsEvery) return
      turn += 1
      turnedAt = now
    },
  }
}
