import { signal } from '@preact/signals'
import { render } from 'preact'
import { createTalk } from '../parts/talk.ts'
import type { Contract } from './document.ts'
import { Reference } from './reference.tsx'

const talk = createTalk(() => null)
const contract = signal<Contract | null>(null)
const fault = signal<string | null>(null)
const chosen = signal(location.hash.slice(1))
/** Of whoever tries; it is kept here and nowhere else, and is gone with the page. [API7] */
const token = signal('')

const read = async (): Promise<void> => {
  const told = await talk.get<Contract>('/api/openapi.json')
  if (told.ok) contract.value = told.answer
  else fault.value = told.words
}

addEventListener('hashchange', () => (chosen.value = location.hash.slice(1)))
const root = document.getElementById('reference') ?? document.body
root.replaceChildren()
render(<Reference contract={contract} fault={fault} chosen={chosen} token={token} />, root)
void read()
