import type { AlertMessage } from '@night/shared/alert/message'

/** What stands under a tag: the newest message, whether or not somebody has wiped it away, and the ids that came. */
export type Standing = { readonly newest: AlertMessage; readonly ids: readonly string[] }

type Arrival = {
  readonly show: AlertMessage
  readonly isQuiet: boolean
  readonly standing: Standing
}

/** Ids that are remembered of a tag. */
const most = 20

/**
 * What to show when a message comes: by its place in the log and not by when it came. What is old, or came before,
 * shows the newest once more without a sound, since a push that shows nothing costs the subscription. [ALR60 ALR61]
 */
export const arrive = (before: Standing | null, message: AlertMessage): Arrival => {
  if (before === null) {
    return {
      show: message,
      isQuiet: message.silent,
      standing: { newest: message, ids: [message.id] },
    }
  }
  const isOld = before.ids.includes(message.id) || message.seq < before.newest.seq
  const newest = isOld ? before.newest : message
  const ids = [...before.ids.filter((id) => id !== message.id), message.id].slice(-most)
  return {
    show: newest,
    isQuiet: isOld || message.silent || message.update,
    standing: { newest, ids },
  }
}
