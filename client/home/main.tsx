import type { NightSummary } from '@night/shared/night'
import { signal } from '@preact/signals'
import { render } from 'preact'
import { createTalk } from '../parts/talk.ts'
import { readToken } from '../token.ts'
import { Home } from './home.tsx'

const every = 15_000

const token = readToken()
const talk = createTalk(() => token)
const nights = signal<readonly NightSummary[] | null>(null)
const fault = signal<string | null>(null)

const look = async (): Promise<void> => {
  const told = await talk.get<{ readonly nights: readonly NightSummary[] }>('/api/nights')
  if (told.ok) nights.value = told.answer.nights
  fault.value = told.ok ? null : told.words
}

const root = document.getElementById('home') ?? document.body
root.replaceChildren()
render(<Home nights={nights} fault={fault} />, root)
void look()
setInterval(() => void look(), every)
