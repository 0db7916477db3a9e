import { createFollower } from 'results-night-feed'

const [url = 'http://127.0.0.1:3000', night = '2023-10-19-by-elections-replay-demo'] =
  process.argv.slice(2)

for await (const event of createFollower({ url, night })) {
  if (event.kind === 'opened') console.log(event.title)
  if (event.kind === 'declared') console.log(event.words.line)
  if (event.kind === 'closed') break
}
