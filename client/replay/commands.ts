/** Night seconds a second; "max" is as fast as it looks good. */
export type Speed = number | 'max'
export const speeds: readonly Speed[] = [1, 10, 30, 60, 300, 'max']

export type Step =
  | 'play'
  | 'next'
  | 'previous'
  | 'next-gain'
  | 'previous-gain'
  | 'next-mine'
  | 'previous-mine'
  | 'minute-on'
  | 'minute-back'
  | 'ten-on'
  | 'ten-back'
  | 'next-chapter'
  | 'previous-chapter'
  | 'edge'
  | 'live'
  | 'loop-in'
  | 'loop-out'
  | 'help'

export type Command = Step | { readonly speed: Speed }

export type Pressed = {
  readonly key: string
  readonly isShift: boolean
  /** With Ctrl, Alt or Meta: that is the browser's. */
  readonly isChord: boolean
  /** A control is pressed by Space itself; what is written in a field is nobody else's. */
  readonly where: 'field' | 'control' | 'page'
}

const steps: Readonly<Record<string, Step>> = {
  ' ': 'play',
  '.': 'next',
  ',': 'previous',
  g: 'next-gain',
  G: 'previous-gain',
  m: 'next-mine',
  M: 'previous-mine',
  ArrowRight: 'minute-on',
  ArrowLeft: 'minute-back',
  c: 'next-chapter',
  C: 'previous-chapter',
  '0': 'edge',
  B: 'live',
  '[': 'loop-in',
  ']': 'loop-out',
  '?': 'help',
}

/** What a key asks for; null where it is somebody else's. [RPY2] */
export const commandOf = ({ key, isShift, isChord, where }: Pressed): Command | null => {
  if (isChord || where === 'field') return null
  if (where === 'control' && key === ' ') return null
  const step = steps[key]
  if (isShift && step === 'minute-on') return 'ten-on'
  if (isShift && step === 'minute-back') return 'ten-back'
  if (step !== undefined) return step
  const speed = /^[1-6]$/.test(key) ? speeds[Number(key) - 1] : undefined
  return speed === undefined ? null : { speed }
}

/** "×60", and what is as fast as it looks good. */
export const speedWords = (speed: Speed): string => (speed === 'max' ? 'Fast' : `×${speed}`)

/** What the help says, in the order in which it is needed. */
export const keysInWords: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['Space'], 'Play, pause'],
  [[',', '.'], 'Declaration before, after'],
  [['G', 'g'], 'Gain before, after'],
  [['M', 'm'], 'Before, after in my seats'],
  [['C', 'c'], 'Chapter before, after'],
  [['←', '→'], 'A minute back, on'],
  [['Shift ←', 'Shift →'], 'Ten minutes back, on'],
  [['1', '…', '5'], 'Speed 1, 10, 30, 60, 300'],
  [['6'], 'As fast as it looks good'],
  [['['], 'Loop: begins here'],
  [[']'], 'Loop: ends here'],
  [['0'], 'To the end, or as far as the night is'],
  [['Shift B'], 'Back to the live screen'],
  [['?'], 'These keys'],
]
