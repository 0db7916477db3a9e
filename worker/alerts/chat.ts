import type { AlertMessage } from '@night/shared/alert/message'

/**
 * A message for a chat, in the form that Slack takes. Names are names: they call nobody, link nowhere and set no
 * type. [ALR26]
 */
export const chatBody = ({ title, body }: AlertMessage): string =>
  JSON.stringify({
    text: body ? `*${inOneLine(title)}*\n${asText(body)}` : `*${inOneLine(title)}*`,
    unfurl_links: false,
    unfurl_media: false,
  })

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const asText = (words: string): string => words.replace(/[&<>]/g, (sign) => entities[sign] ?? '')

/** What stands between two asterisks is bold as long as there is no third, and no new line. */
const inOneLine = (words: string): string => asText(words.replace(/[*\s]+/g, ' ').trim())
