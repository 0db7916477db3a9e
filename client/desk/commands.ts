export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'close'
  | 'copy'
  | 'search'
  | 'notes'
  | 'look-back'
  | 'help'

export type Pressed = {
  readonly key: string
  /** With Ctrl, Alt or Meta: that is the browser's. */
  readonly isChord: boolean
  readonly where: 'field' | 'control' | 'drawer' | 'page'
}

const everywhere: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  c: 'copy',
  n: 'notes',
  B: 'look-back',
  '/': 'search',
  '?': 'help',
}
/** Keys that scroll a drawer and press a control. */
const onThePage: Readonly<Record<string, Command>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'open',
}

/** What a key asks for; null where it is somebody else's. [DSK6] */
export const commandOf = ({ key, isChord, where }: Pressed): Command | null => {
  if (isChord) return null
  if (key === 'Escape') return 'close'
  if (where === 'field') return null
  if (where === 'page' && key in onThePage) return onThePage[key] ?? null
  return everywhere[key] ?? null
}

/** What the help says, in the order in which it is needed. */
export const keysInWords: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['/'], 'Search'],
  [['j', '↓'], 'Next seat'],
  [['k', '↑'], 'Previous seat'],
  [['Enter'], 'Open the seat'],
  [['Esc'], 'Close, or leave the search'],
  [['c'], 'Copy the snap'],
  [['n'], 'Notes of the night'],
  [['B'], 'Look back at this night'],
  [['?'], 'These keys'],
]
