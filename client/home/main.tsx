import type { NightSummary } from '@night/shared/night'
import { signal } from '@preact/signals'
import { render } from 'preact'
import { readToken } from '../token.ts'
import { Home } from './home.tsx'
import { fetchNights } from './nights.ts'

const every = 15_000

const token = readToken()
const nights = signal<readonly NightSummary[] | null>(null)
const fault = signal<string | null>(null)

const look = async (): Promise<void> => {
  const found = await fetchNights(token)
  if (typeof found === 'string') {
    fault.value = found
    return
  }
  nights.value = found
  fault.value = null
}

const root = document.getElementById('home') ?? document.body
root.replaceChildren()
render(<Home nights={nights} fault={fault} />, root)
void look()
setInterval(() => void look(), every)
