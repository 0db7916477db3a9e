import type { Measures } from '@night/shared/measures'
import { signal } from '@preact/signals'
import { render } from 'preact'
import { createTalk } from '../parts/talk.ts'
import { readToken } from '../token.ts'
import { Health } from './health.tsx'
import type { Heard } from './health-words.ts'

/** Milliseconds from one answer to the next question. */
const every = 5000

const token = readToken()
const talk = createTalk(() => token)
const heard = signal<Heard>({ measures: null, at: null, fault: null })
const now = signal(Date.now())

const look = async (): Promise<void> => {
  const told = await talk.get<Measures>('/api/health')
  heard.value = told.ok
    ? { measures: told.answer, at: Date.now(), fault: null }
    : { ...heard.value, fault: told.words }
  now.value = Date.now()
  setTimeout(() => void look(), every)
}

const root = document.getElementById('health') ?? document.body
root.replaceChildren()
render(<Health heard={heard} now={now} />, root)
setInterval(() => (now.value = Date.now()), 1000)
void look()
