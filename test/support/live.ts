import { NightEvent } from '@night/shared/event'
import { onTestFinished } from 'vitest'

/**
 * Reads server-sent events for as long as the test lasts, and comes back with where it stands as a careful program
 * does: with the hash of its last event beside the id. `lastId` is where it says it stands at first.
 */
export const readLive = (url: string, lastId = '') => {
  const stop = new AbortController()
  const reader = { events: [] as NightEvent[], resets: 0, lastId }
  onTestFinished(() => stop.abort())

  const take = (message: string): void => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1]
    reader.lastId = field('id') ?? reader.lastId
    const data = field('data')
    if (field('event') === 'reset') {
      reader.resets += 1
      reader.events = []
    } else if (data) reader.events.push(NightEvent.parse(JSON.parse(data)))
  }

  const read = async (): Promise<void> => {
    const response = await fetch(url, {
      signal: stop.signal,
      headers: {
        accept: 'text/event-stream',
        ...(reader.lastId !== '' && { 'last-event-id': placeOf(reader) }),
      },
    })
    let waiting = ''
    for await (const piece of (response.body ?? new ReadableStream()).pipeThrough(
      new TextDecoderStream(),
    )) {
      const messages = (waiting + piece).split('\n\n')
      waiting = messages.pop() ?? ''
      messages.forEach(take)
    }
  }
  const again = (): void => {
    if (!stop.signal.aborted) setTimeout(readOn, 20)
  }
  const readOn = (): void => void read().then(again, again)
  readOn()
  return reader
}

const placeOf = ({ lastId, events }: { lastId: string; events: NightEvent[] }): string => {
  const hash = events.at(-1)?.hash
  return hash === undefined ? lastId : `${lastId}-${hash}`
}
