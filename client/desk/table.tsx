import type { Board } from '@night/shared/board'
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { DeskRow } from './desk-row.tsx'
import { Heads } from './heads.tsx'
import type { Desk } from './state.ts'
import { topThatShows, windowOf } from './windowing.ts'

type TableProps = { readonly desk: Desk; readonly board: ReadonlySignal<Board | null> }

/** Height of a row in rem, in a table and in a narrow list: the style sheet has the same. */
const rowRem = { table: 2.125, list: 4.25 }
const narrow = matchMedia('(max-width: 48rem)')

/** All constituencies, of which only those in view are drawn. [DSK5] */
export const Table = ({ desk, board }: TableProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  const { scrolled, onScroll } = useScrolled(desk, scroller)
  const shown = useComputed(() => windowOf(scrolled.value))
  useRowInView(desk, { scroller, scrolled })
  const { first, end, whole, before } = shown.value
  const { rows } = desk.chosen.value
  const { view, cursor } = desk
  return (
    <div class="scroller" ref={scroller} onScroll={onScroll} tabIndex={-1}>
      <table class="seats" role="table" aria-rowcount={rows.length + 1} aria-label="Constituencies">
        <Heads desk={desk} />
        <tbody role="rowgroup" style={{ height: `${whole}px`, paddingBlockStart: `${before}px` }}>
          {rows.slice(first, end).map((row, place) => (
            <DeskRow
              key={row.id}
              row={row}
              place={first + place + 2}
              isCurrent={row.id === (view.value.seat || cursor.value)}
              night={board.value?.night}
              look={desk.look}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="nothing">No seat of this night is like this.</p>}
    </div>
  )
}

type Scroller = { readonly current: HTMLDivElement | null }

const useScrolled = ({ chosen }: Desk, scroller: Scroller) => {
  const top = useSignal(0)
  const size = useSignal({ height: 900, rowHeight: 34 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = (): void => {
      const head = element.querySelector('thead')?.offsetHeight ?? 0
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const rowHeight = rem * (narrow.matches ? rowRem.list : rowRem.table)
      size.value = { height: element.clientHeight - head, rowHeight }
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [scroller, size])
  const scrolled = useComputed(() => ({
    count: chosen.value.rows.length,
    top: top.value,
    ...size.value,
  }))
  const onScroll = ({ currentTarget }: { currentTarget: HTMLElement }): void => {
    top.value = currentTarget.scrollTop
  }
  return { scrolled, onScroll }
}

type InView = {
  readonly scroller: Scroller
  readonly scrolled: ReturnType<typeof useScrolled>['scrolled']
}

/** A move by key shows its row and takes the focus there, so that it is read out. */
const useRowInView = ({ moves, cursor, chosen }: Desk, { scroller, scrolled }: InView): void => {
  useSignalEffect(() => {
    if (moves.value === 0) return
    const id = cursor.peek()
    const place = chosen.peek().rows.findIndex((row) => row.id === id)
    const element = scroller.current
    if (!element || place < 0) return
    element.scrollTop = topThatShows(place, scrolled.peek())
    const focus = (): void => {
      // Meanwhile the reader may have gone to write.
      if (document.activeElement?.matches('input, select') === true) return
      element.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus({ preventScroll: true })
    }
    // The row is drawn in the frame after the one that scrolls to it.
    requestAnimationFrame(() => requestAnimationFrame(focus))
  })
}
