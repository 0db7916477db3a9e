import { clockTime } from '@night/shared/time'
import { useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { type Command, speeds, speedWords } from './commands.ts'
import type { Deck } from './deck.ts'
import { SeatChoice } from './seat-choice.tsx'
import { screens, type View } from './view.ts'
import { shownChapters } from './view-words.ts'

type OptionsProps = {
  readonly deck: Deck
  readonly obey: (command: Command) => void
  /** How it is shared; a room is shared already. */
  readonly share: ComponentChildren
}

/** How fast, what of it, and in which light. */
export const Options = ({ deck, obey, share }: OptionsProps) => (
  <div class="options">
    <div class="options-row">
      <fieldset class="speeds" aria-label="Speed" disabled={deck.isLocked.value}>
        {speeds
          .filter((speed) => !deck.isShared || speed !== 'max')
          .map((speed) => (
            <button
              type="button"
              key={speed}
              aria-pressed={deck.view.value.speed === speed}
              title={speed === 'max' ? 'As fast as it looks good' : undefined}
              onClick={() => obey({ speed })}
            >
              {speedWords(speed)}
            </button>
          ))}
      </fieldset>
      <ScreenChoice deck={deck} />
      <SeatChoice deck={deck} />
    </div>
    <div class="options-row">
      <Chapters deck={deck} />
      <Toggle deck={deck} name="spoilers" words="No spoilers" isTurned />
      {!deck.isShared && (
        <>
          <Toggle deck={deck} name="hindsight" words="With hindsight" />
          <Toggle deck={deck} name="skipsQuiet" words="Skip quiet" />
          <LoopButtons deck={deck} obey={obey} />
          {share}
        </>
      )}
      <button type="button" aria-label="Keys" title="Keys" onClick={() => obey('help')}>
        ?
      </button>
    </div>
  </div>
)

type ToggleProps = {
  readonly deck: Deck
  readonly name: 'spoilers' | 'hindsight' | 'skipsQuiet'
  readonly words: string
  /** Pressed means that it is off. */
  readonly isTurned?: boolean
}

const Toggle = ({ deck, name, words, isTurned = false }: ToggleProps) => {
  const isOn = deck.view.value[name]
  const change = (): Partial<View> => ({ [name]: !isOn })
  return (
    <button type="button" aria-pressed={isOn !== isTurned} onClick={() => deck.look(change())}>
      {words}
    </button>
  )
}

const LoopButtons = ({ deck, obey }: Omit<OptionsProps, 'share'>) => {
  const { loop } = deck.view.value
  return (
    <div class="loop" role="group" aria-label="Loop">
      <button
        type="button"
        aria-pressed={loop !== null}
        title="Loop begins here"
        onClick={() => obey('loop-in')}
      >
        [ in
      </button>
      <button
        type="button"
        aria-pressed={loop !== null && loop.to !== null}
        title="Loop ends here"
        onClick={() => obey('loop-out')}
      >
        out ]
      </button>
      {loop !== null && (
        <button
          type="button"
          aria-label="No loop"
          title="No loop"
          onClick={() => deck.look({ loop: null })}
        >
          ×
        </button>
      )}
    </div>
  )
}

const names = { wall: 'Wall', schedule: 'Schedule', battleground: 'Battleground', seat: 'Seat' }

const ScreenChoice = ({ deck }: Pick<OptionsProps, 'deck'>) => {
  const isGeneral = deck.night.value.definition.kind === 'general-election'
  return (
    <select
      aria-label="Screen"
      value={deck.view.value.screen}
      onChange={({ currentTarget }) => {
        const screen = screens.find((name) => name === currentTarget.value)
        if (screen) deck.look({ screen })
      }}
    >
      {screens
        .filter((screen) => isGeneral || screen !== 'battleground')
        .map((screen) => (
          <option key={screen} value={screen}>
            {names[screen]}
          </option>
        ))}
    </select>
  )
}

/** The chapters by time; the one that was reached last is shown. [RPY5] */
const Chapters = ({ deck }: Pick<OptionsProps, 'deck'>) => {
  const chapters = useComputed(() => shownChapters(deck))
  const now = useComputed(() => {
    const [time, count] = [deck.time.value, deck.count.value]
    return chapters.value.findLastIndex((chapter) => chapter.time <= time && chapter.count <= count)
  })
  return (
    <select
      class="chapters"
      aria-label="Chapter"
      disabled={deck.isLocked.value}
      value={now.value}
      onChange={({ currentTarget }) => {
        const chapter = chapters.value[Number(currentTarget.value)]
        if (chapter) deck.stepTo(chapter)
      }}
    >
      {chapters.value.map(({ count, time, words }, place) => (
        <option key={count} value={place}>
          {clockTime(time)} {words}
        </option>
      ))}
    </select>
  )
}
