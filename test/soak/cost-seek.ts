import type { BarePage } from './bare-page.ts'
import { type Cost, createMeter, drawn } from './cost.ts'

/** Parts of the line, far from each other and near, forwards and back. */
const parts = [0.9, 0.05, 0.5, 0.52, 0.48, 0.99, 0.3, 0.7, 0.31, 0.6, 0.2, 0.95, 0.4, 0.45, 0]
const rounds = 2

/** Goes anywhere in a recorded night of 650 seats, as somebody does who lets go of the line. */
export const ofSeeks = async (page: BarePage, url: string): Promise<Cost[]> => {
  await page.goto(`${url}/replay?night=2024-07-04-general-election`, '[data-cell]')
  const measure = await createMeter(page)
  const costs: Cost[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const part of parts) costs.push(await measure(() => seek(page, part)))
  }
  return costs
}

const seek = async ({ evaluate }: BarePage, part: number): Promise<void> => {
  await evaluate(`
    var slider = document.querySelector('.timeline-slider')
    slider.value = String(Math.round(Number(slider.max) * ${part}))
    slider.dispatchEvent(new Event('change', { bubbles: true }))
    ${drawn}`)
}
