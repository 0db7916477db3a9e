/** Who said it, for everybody: the log has ids, and whose they are the desk alone can look up. [COR4] */
export const authorWords = (by: string): string => {
  if (by === 'desk') return 'The desk'
  return by === 'recording' ? 'The recording' : `${by}, whom the desk knows by name`
}
