import { heightIn } from './messages.ts'

// `/embed.js`: puts one of our pages into somebody else's, where the line that asks for it stands. [EMB1 EMB2]

/** What it may be, the words for who cannot see it, and its height until it tells its own. */
const pictures: Readonly<Record<string, readonly [title: string, height: number]>> = {
  strap: ['Results night: the latest result', 300],
  score: ['Results night: the state of the parties', 420],
  map: ['Results night: the map of the constituencies', 640],
}

/** Our own scripts, on our own origin, and links that open in a page of their own: nothing else. */
const may = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox'

const put = (line: HTMLScriptElement): void => {
  const home = new URL(line.src).origin
  const { night, what = '', ground } = line.dataset
  const picture = pictures[what]
  if (!picture) throw new Error('Results Night: data-what is strap, score or map.')
  const query = new URLSearchParams({
    ...(night !== undefined && { night }),
    ...(ground !== undefined && { ground }),
    from: location.origin,
  })
  const frame = document.createElement('iframe')
  const [title, height] = picture
  frame.title = line.dataset['title'] ?? title
  frame.loading = 'lazy'
  frame.setAttribute('sandbox', may)
  frame.src = `${home}/embed/${what}?${query.toString()}`
  Object.assign(frame.style, {
    width: '100%',
    height: `${height}px`,
    border: '0',
    display: 'block',
  })
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== home || source !== frame.contentWindow) return
    const told = heightIn(data)
    if (told !== null) frame.style.height = `${told}px`
  })
  line.after(frame)
}

if (document.currentScript instanceof HTMLScriptElement) put(document.currentScript)
