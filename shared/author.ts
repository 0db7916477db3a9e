/** Who said it, for everybody: the log has ids, and whose they are the desk alone can look up. [COR4] */
export const authorWords = (by: string): string => {
  if (by === 'desk') return 'the desk'
  return by === 'recording' ? 'the recording' : `${by}, whom the desk knows by name`
}
