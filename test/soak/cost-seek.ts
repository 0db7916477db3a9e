import type { Page } from 'playwright-core'
import { type Cost, createMeter } from './cost.ts'

/** Parts of the line, far from each other and near, forwards and back. */
const parts = [0.9, 0.05, 0.5, 0.52, 0.48, 0.99, 0.3, 0.7, 0.31, 0.6, 0.2, 0.95, 0.4, 0.45, 0]
const rounds = 2

/** Goes anywhere in a recorded night of 650 seats, as somebody does who lets go of the line. */
export const ofSeeks = async (page: Page, url: string): Promise<Cost[]> => {
  await page.goto(`${url}/replay?night=2024-07-04-general-election`)
  await page.waitForSelector('[data-cell]', { state: 'attached' })
  const measure = await createMeter(page)
  const costs: Cost[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const part of parts) costs.push(await measure(() => seek(page, part)))
  }
  return costs
}

const seek = (page: Page, part: number): Promise<void> =>
  page.evaluate((to) => {
    const slider = document.querySelector<HTMLInputElement>('.timeline-slider')
    if (!slider) throw new Error('there is no line')
    slider.value = String(Math.round(Number(slider.max) * to))
    slider.dispatchEvent(new Event('change', { bubbles: true }))
  }, part)
