import { useSignalEffect } from '@preact/signals'
import type { Followed } from '../parts/follow-night.ts'
import type { Books } from '../parts/reading.ts'
import { Spoken } from '../parts/spoken.tsx'
import { Help } from './help.tsx'
import { Side } from './side.tsx'
import type { Desk } from './state.ts'
import { Table } from './table.tsx'
import { Toolbar } from './toolbar.tsx'
import { Foot, Top } from './top.tsx'

type DeskScreenProps = {
  readonly followed: Followed
  readonly desk: Desk
  readonly books: Books
}

export const DeskScreen = ({ followed, desk, books }: DeskScreenProps) => {
  const { board, history, say, spoken } = followed
  const { seat, notes } = desk.view.value
  const mode = board.value?.night.mode
  useSignalEffect(() => {
    if (board.value) document.title = `${board.value.night.title}: the desk`
  })
  const { problem } = history.value
  return (
    <div
      class={mode !== undefined && mode !== 'live' ? 'desk not-live' : 'desk'}
      data-mode={mode}
      data-seq={board.value?.seq}
      data-side={seat !== '' || notes ? 'open' : 'none'}
    >
      <Top followed={followed} desk={desk} />
      {board.value ? (
        <>
          <Toolbar desk={desk} board={board} />
          <main class="desk-main">
            <Table desk={desk} board={board} />
          </main>
          <Side {...{ desk, board, books, say }} />
        </>
      ) : (
        <main class="desk-main waiting" data-problem={problem?.code}>
          <p>{problem?.title ?? 'Waiting for the night'}</p>
          <p class="part-note">{problem?.detail}</p>
        </main>
      )}
      <Foot followed={followed} desk={desk} />
      <Help desk={desk} />
      <Spoken spoken={spoken} />
    </div>
  )
}
