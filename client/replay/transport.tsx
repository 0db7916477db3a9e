import type { Signal } from '@preact/signals'
import type { Command } from './commands.ts'
import type { Deck } from './deck.ts'

type TransportProps = {
  readonly deck: Deck
  readonly obey: (command: Command) => void
  /** On a phone the rest is shown only when it is asked for. */
  readonly isMore: Signal<boolean>
}

const steppers = [
  { what: 'Declaration', back: 'previous', on: 'next' },
  { what: 'Gain', back: 'previous-gain', on: 'next-gain' },
  { what: 'My seats', back: 'previous-mine', on: 'next-mine' },
  { what: 'Chapter', back: 'previous-chapter', on: 'next-chapter' },
] as const

/** Play, minutes, and the steps from one to the next. [RPY3] */
export const Transport = ({ deck, obey, isMore }: TransportProps) => (
  <div class="transport">
    <div class="transport-clock">
      <fieldset class="together" aria-label="Clock" disabled={deck.isLocked.value}>
        <Jump words="−10" label="−10 minutes" onPress={() => obey('ten-back')} />
        <Jump words="−1" label="−1 minute" onPress={() => obey('minute-back')} />
        <Play deck={deck} onPress={() => obey('play')} />
        <Jump words="+1" label="+1 minute" onPress={() => obey('minute-on')} />
        <Jump words="+10" label="+10 minutes" onPress={() => obey('ten-on')} />
      </fieldset>
      <More isOpen={isMore} />
    </div>
    <fieldset class="transport-steps" aria-label="Steps" disabled={deck.isLocked.value}>
      {steppers.map(({ what, back, on }) => (
        <div class="stepper" role="group" aria-label={what} key={what}>
          <Jump words="‹" label={`${what} before`} onPress={() => obey(back)} />
          <span aria-hidden="true">{what}</span>
          <Jump words="›" label={`${what} after`} onPress={() => obey(on)} />
        </div>
      ))}
    </fieldset>
  </div>
)

type JumpProps = {
  readonly words: string
  readonly label: string
  readonly onPress: () => void
}

const Jump = ({ words, label, onPress }: JumpProps) => (
  <button type="button" class="jump" aria-label={label} title={label} onClick={onPress}>
    {words}
  </button>
)

type PlayProps = { readonly deck: Deck; readonly onPress: () => void }

const Play = ({ deck, onPress }: PlayProps) => {
  const { isPlaying } = deck.view.value
  return (
    <button
      type="button"
      class="play"
      data-playing={isPlaying}
      aria-label={isPlaying ? 'Pause' : 'Play'}
      onClick={onPress}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={isPlaying ? 'M6 4h4.5v16H6zM13.5 4H18v16h-4.5z' : 'M6.5 3.5v17l14-8.5z'} />
      </svg>
    </button>
  )
}

const More = ({ isOpen }: { readonly isOpen: Signal<boolean> }) => (
  <button
    type="button"
    class="jump more"
    aria-label="More controls"
    aria-expanded={isOpen.value}
    onClick={() => {
      isOpen.value = !isOpen.value
    }}
  >
    ⋯
  </button>
)
