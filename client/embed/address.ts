/** What an embed's address asks for. */
export type EmbedAddress = {
  readonly night: string | null
  /** The ground of the page around it; `auto` is what the reader's system has. */
  readonly ground: 'light' | 'dark' | 'auto'
  /** The origin of the page around it, which alone is told how high the embed is; null where nobody is to know. */
  readonly from: string | null
}

const isGround = (text: string | null): text is 'light' | 'dark' =>
  text === 'light' || text === 'dark'

/** `?night=…&ground=dark&from=https://news.example`; what cannot be read is as if it were not there. [EMB2 EMB3] */
export const readEmbedAddress = (search: string): EmbedAddress => {
  const query = new URLSearchParams(search)
  const ground = query.get('ground')
  const from = query.get('from')
  return {
    night: query.get('night'),
    ground: isGround(ground) ? ground : 'auto',
    from: from !== null && isOrigin(from) ? from : null,
  }
}

const isOrigin = (text: string): boolean =>
  /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text
