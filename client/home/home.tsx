import type { Mode, NightSummary } from '@night/shared/night'
import { dateWords } from '@night/shared/time'
import type { ReadonlySignal } from '@preact/signals'
import { ModeMark } from '../parts/mode-mark.tsx'
import { alikeIn } from './alike.ts'

type HomeProps = {
  readonly nights: ReadonlySignal<readonly NightSummary[] | null>
  /** Why the list is missing or old, in words. */
  readonly fault: ReadonlySignal<string | null>
}

/** What is on, and where to go. */
export const Home = ({ nights, fault }: HomeProps) => (
  <main class="home">
    <h1>Results night</h1>
    <p class="home-line">
      Every declaration, from the returning officer to the screen: true, once, in order, now.
    </p>
    {fault.value !== null && (
      <p class="home-fault" role="alert">
        {fault.value}
      </p>
    )}
    {nights.value !== null && <Nights nights={nights.value} />}
  </main>
)

const Nights = ({ nights }: { readonly nights: readonly NightSummary[] }) => {
  if (nights.length === 0) return <p class="home-none">No night is open, and none is recorded.</p>
  const alike = alikeIn(nights)
  return (
    <ol class="home-nights">
      {nights.map((night) => (
        <li key={night.id} data-night={night.id} data-mode={night.mode} data-state={night.state}>
          <a class="home-night" href={`/wall?night=${encodeURIComponent(night.id)}`}>
            <span class="home-title">{night.title}</span>
            <span class="home-facts">
              <ModeMark mode={night.mode} words={night.mode.toUpperCase()} />
              <span>{stateWords(night.mode, night.state)}</span>
              <span>
                {night.declared} of {night.constituencies} declared
              </span>
              <span>{dateWords(night.date)}</span>
              {alike.has(night.id) && <span class="home-id">{night.id}</span>}
            </span>
          </a>
          <a class="home-again" href={`/replay?night=${encodeURIComponent(night.id)}`}>
            Watch again<span class="unseen">: {night.title}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}

const stateWords = (mode: Mode, state: NightSummary['state']): string => {
  if (mode === 'recorded') return 'on file'
  return state === 'open' ? 'on now' : 'over'
}
