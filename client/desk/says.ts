import { effect, type ReadonlySignal } from '@preact/signals'
import type { History } from '../history.ts'
import type { Statement } from '../statement.ts'
import { narrowed } from './choose.ts'
import type { Row } from './rows.ts'
import type { View } from './view.ts'

type Looked = {
  readonly history: ReadonlySignal<History>
  readonly rows: ReadonlySignal<readonly Row[]>
  readonly view: ReadonlySignal<View>
}

/** Whether what came is to be spoken, by the view as it is when that is asked. [DSK14] */
export const createSays = ({ history, rows, view }: Looked) => {
  const stood = rememberWhatStood({ history, rows })
  return (statement: Statement): boolean => {
    if (view.value.says !== 'listed') return view.value.says === 'everything'
    const either = [stood.get(statement), rowOf(statement, rows.value)]
    const known = either.filter((row) => row !== undefined)
    return narrowed(known, view.value).length > 0
  }
}

/** The row before each statement: a correction that takes its seat off the list is of a seat that was listed. */
const rememberWhatStood = ({ history, rows }: Omit<Looked, 'view'>) => {
  const stood = new WeakMap<Statement, Row>()
  let before = rows.peek()
  effect(() => {
    for (const statement of history.value.arrived) {
      const row = rowOf(statement, before)
      if (row && !stood.has(statement)) stood.set(statement, row)
    }
    before = rows.value
  })
  return stood
}

const rowOf = ({ constituency }: Statement, rows: readonly Row[]): Row | undefined =>
  rows.find(({ id }) => id === constituency.id)
