/** What an operator asks of a graphic while it is on air. */
type Wishes = { readonly seat?: string | null; readonly paused?: boolean }

const field = /<componentData\s+id="(\w+)"\s*>\s*<data\s[^>]*?value="([^"]*)"/g

/** CasparCG's update(): JSON, or its own XML. What cannot be read asks for nothing. [OVL8] */
export const readWishes = (text: string): Wishes => {
  const fields = text.trimStart().startsWith('<')
    ? Object.fromEntries([...text.matchAll(field)].map(([, id = '', value = '']) => [id, value]))
    : parsed(text)
  const { seat, paused } = fields
  return {
    ...((typeof seat === 'string' || seat === null) && { seat: seat || null }),
    ...(paused !== undefined && { paused: paused === true || paused === 'true' }),
  }
}

const parsed = (text: string): { seat?: unknown; paused?: unknown } => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
