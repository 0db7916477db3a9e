/** What an embed tells the page that shows it: how high it is. */
type HeightMessage = { readonly type: typeof kind; readonly height: number }

const kind = 'results-night:height'
/** Higher than anything of ours: nobody's page is stretched without end. */
const highest = 4000

export const heightMessage = (height: number): HeightMessage => ({
  type: kind,
  height: Math.ceil(height),
})

/** The height that a message tells; null where it is none of ours. [EMB2] */
export const heightIn = (data: unknown): number | null => {
  if (typeof data !== 'object' || data === null || !('type' in data && 'height' in data))
    return null
  const { type, height } = data
  if (type !== kind || typeof height !== 'number' || !Number.isFinite(height)) return null
  return Math.min(highest, Math.max(0, Math.ceil(height)))
}
