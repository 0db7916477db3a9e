import { grouped } from '@night/shared/figures'
import { useSignalEffect } from '@preact/signals'
import { Spoken } from '../parts/spoken.tsx'
import { defenceOf, shortName } from '../seat-words.ts'
import { isBlank } from './draft.ts'
import { FateCard, isAtAnEnd, isOvertaken, NotTakenCard } from './fate-card.tsx'
import { FormView } from './form-view.tsx'
import type { Facts } from './missing.ts'
import { NightHead } from './night-head.tsx'
import { unknownToken } from './send.ts'
import { StandingCard } from './standing-card.tsx'
import { elsewhere, type Entry, isUnderWay } from './state.ts'
import { SumPanel } from './sum-panel.tsx'
import { TokenPage } from './token-page.tsx'

/** One seat, written down while the returning officer reads it out. [ENT1] */
export const EntryPage = ({ entry }: { readonly entry: Entry }) => {
  const { followed, fate, facts, spoken, door } = entry
  const mode = followed.board.value?.night.mode
  useSignalEffect(() => {
    const name = facts.value?.contest.constituency.name
    if (name !== undefined) document.title = `${name}: entry`
  })
  const { problem } = followed.history.value
  if (door.value !== null) {
    const { why } = door.value
    return <TokenPage words={why} {...(why === null && { goBack: entry.goBack })} />
  }
  if (problem?.code === 'no-token') return <TokenPage words={unknownToken} />
  return (
    <div
      class={mode !== undefined && mode !== 'live' ? 'entry not-live' : 'entry'}
      data-mode={mode}
      data-fate={fate.value?.state}
    >
      <NightHead followed={followed} />
      <main>
        {facts.value ? <Seat entry={entry} facts={facts.value} /> : <Waiting entry={entry} />}
      </main>
      <Foot entry={entry} />
      <Spoken spoken={spoken} />
    </div>
  )
}

const Waiting = ({ entry: { contest, followed, place } }: { readonly entry: Entry }) => {
  const read = contest.value
  const { problem } = followed.history.value
  const isElsewhere = read?.ok === true && read.answer === null
  return (
    <div class="entry-wait">
      <h1>{isElsewhere ? 'Not in this night' : (problem?.title ?? 'Waiting for the night')}</h1>
      <p class="part-note">
        {isElsewhere && (
          <>
            {place.seat} is no constituency of it:{' '}
            <a href={`/entry?night=${encodeURIComponent(place.night)}`}>see which are</a>.
          </>
        )}
        {!isElsewhere && (problem?.detail ?? (read?.ok === false ? read.words : ''))}
      </p>
    </div>
  )
}

type SeatProps = { readonly entry: Entry; readonly facts: Facts }

const Seat = ({ entry, facts }: SeatProps) => {
  const { contest, draft, standing } = facts
  const mode = entry.followed.board.value?.night.mode
  const isOpen = mode === 'live' || mode === 'rehearsal'
  const fate = entry.fate.value
  if (isOpen && !entry.pen.isHere.value && !isAtAnEnd(fate)) {
    return <Elsewhere {...{ entry, facts }} />
  }
  const isSent = isUnderWay(fate) || (fate !== null && isAtAnEnd(fate) && !isOvertaken(fate, facts))
  // A winner who was taken back leaves a seat to which the first figures are still to come.
  const stands = standing.latest !== null || (standing.withdrawn?.revision ?? 0) > 0
  const isWriting = !stands || draft.isCorrecting || !isBlank(draft)
  return (
    <>
      <h1 class="entry-name">{contest.constituency.name}</h1>
      <p class="entry-facts">{factsWords(facts)}</p>
      {!isOpen && (
        <p class="card">
          Nothing can be declared here: this night is a {mode === 'replay' ? 'replay' : 'recording'}
          .
        </p>
      )}
      {fate !== null && <FateCard {...{ entry, facts, fate }} />}
      {fate === null && draft.notTaken !== '' && <NotTakenCard words={draft.notTaken} />}
      {isOpen && !isSent && stands && <StandingCard {...{ entry, facts, isWriting }} />}
      {isOpen && !isSent && isWriting && (
        <div class="entry-sheet">
          <SumPanel {...{ entry, facts }} />
          <FormView {...{ entry, facts }} />
        </div>
      )}
    </>
  )
}

/** Another tab writes; what was written there comes along. [ENT9] */
const Elsewhere = ({ entry, facts }: SeatProps) => (
  <>
    <h1 class="entry-name">{facts.contest.constituency.name}</h1>
    <p class="entry-facts">{factsWords(facts)}</p>
    <section class="card card-stands" aria-label="Another tab">
      <h2>{elsewhere}</h2>
      <p>Only one tab writes. What was written there is kept, and comes along.</p>
      <button type="button" class="second" onClick={entry.pen.take}>
        Write here instead
      </button>
    </section>
  </>
)

const factsWords = ({ contest }: Facts): string => {
  const defence = defenceOf({ ...contest, nominated: contest.candidates.length })
  const names = contest.candidates.length
  const size = `${grouped(contest.electorate)} electors, ${names} ${names === 1 ? 'name' : 'names'}`
  return defence
    ? `${size}; ${shortName(defence.party)} defends ${grouped(defence.majority)}`
    : `${size}; a new seat`
}

const Foot = ({ entry: { followed, fate, askWho } }: { readonly entry: Entry }) => {
  const isLost = followed.history.value.link === 'lost'
  if (!isLost && isAtAnEnd(fate.value)) return null
  const kept = 'What you write is kept on this machine until it is published.'
  return (
    <footer class="entry-foot" data-link={isLost ? 'lost' : 'fine'}>
      {isLost ? `No connection. ${kept}` : kept}
      {!isLost && (
        <button type="button" onClick={() => askWho(null)}>
          Use another token
        </button>
      )}
    </footer>
  )
}
