import { type Signal, useSignal, useSignalEffect } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { Spoken } from '../parts/spoken.tsx'
import { Clocks } from './clocks.tsx'
import type { Command } from './commands.ts'
import type { Deck } from './deck.ts'
import { Help } from './help.tsx'
import { Timeline } from './timeline.tsx'
import { LookingBack } from './looking-back.tsx'
import { Options } from './options.tsx'
import { Screen } from './screen.tsx'
import { Transport } from './transport.tsx'

type ReplayProps = {
  readonly deck: Deck
  readonly obey: (command: Command) => void
  readonly isHelping: Signal<boolean>
  /** How it is shared, where it is not yet. */
  readonly share?: ComponentChildren
  /** What stands above the line. */
  readonly children?: ComponentChildren
}

/** A night played again in one's own browser: a screen, and under it what moves it. [RPY1] */
export const Replay = ({ deck, obey, isHelping, share, children }: ReplayProps) => {
  const isMore = useSignal(false)
  useSignalEffect(() => {
    const title = `Replay: ${deck.night.value.definition.title}`
    // The screen inside names the page when it hears of it.
    void deck.board.value
    queueMicrotask(() => {
      document.title = title
    })
  })
  return (
    <div class="replay">
      {deck.back !== null && <LookingBack deck={deck} back={deck.back} />}
      <Stage deck={deck} />
      <section class="bar" aria-label="Replay" data-more={isMore.value} onPointerUp={letGo}>
        {children}
        <Timeline deck={deck} />
        <div class="bar-row">
          <Clocks deck={deck} />
          <Transport {...{ deck, obey, isMore }} />
          <Options {...{ deck, obey, share }} />
        </div>
        <Spoken spoken={deck.spoken} />
      </section>
      <Help isOpen={isHelping} />
    </div>
  )
}

/** What was pressed with a pointer gives the keys back to the replay. */
const letGo = (): void => {
  setTimeout(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLButtonElement) activeElement.blur()
  })
}

/** Where the screen is drawn. A link to a seat stays in the replay: behind it the night is over. */
const Stage = ({ deck }: Pick<ReplayProps, 'deck'>) => (
  <div
    class="screen-within"
    data-screen={deck.view.value.screen}
    onClick={(event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const [, seat] = /^\/seat\/(\w+)/.exec(link?.getAttribute('href') ?? '') ?? []
      if (seat === undefined) return
      event.preventDefault()
      deck.look({ screen: 'seat', seat })
    }}
  >
    <div class="screen-room">
      <Screen deck={deck} />
    </div>
  </div>
)
