import { nightFileText } from '@night/shared/recorded'
import { correctionsToAtom } from '../../exports/corrections-atom.ts'
import { emptyNight, summary } from '../../night.ts'
import { wholeNight } from '../../reading.ts'
import { sha256 } from '../../sha256.ts'
import { correctedOf } from './corrected.ts'
import type { Source } from '../examples.ts'
import { tamworthOf } from './tamworth.ts'

/** The night read in every way there is. */
export const nightExamples = ({ night, table }: Source) => {
  const tamworth = tamworthOf(night)
  const corrected = correctedOf(night)
  const { definition, events, board } = night
  return {
    nights: { nights: [summary(night)] },
    night: wholeNight(emptyNight(definition, 'rehearsal', 1), table),
    board,
    events: { events: [tamworth], seq: board.seq },
    eventLines: `${JSON.stringify(tamworth)}\n`,
    eventStream: `retry: 1000\n\nid: ${tamworth.seq}\ndata: ${JSON.stringify(tamworth)}\n\n: still here\n\n`,
    event: tamworth,
    nightFile: nightFileText(definition, events.slice(0, 2), sha256),
    corrections: { corrections: [corrected] },
    correctionsFeed: correctionsToAtom(night, [corrected]),
    opening: { id: 'tamworth-tonight', mode: 'rehearsal', from: definition.id },
    openNight: {
      id: 'tamworth-tonight',
      mode: 'rehearsal',
      run: 1,
      openedAt: '2023-10-19T20:30:00.000Z',
    },
  }
}
