import { expect, test } from 'vitest'
import { seeded } from '@night/worker/rehearsal/random'
import { type Storm, weather } from './storm.ts'

const storm: Storm = {
  screens: 5000,
  servers: 1,
  away: 300,
  wait: [500, 1500],
  growth: 1,
  longest: 5000,
  cost: 0.1,
  patience: 20_000,
}

test('[SCALE1] a server that is quick has its screens back when the last of them has waited', () => {
  const { half, all, givenUp } = weather(storm, seeded(1))
  expect(givenUp).toBe(0)
  expect(half).toBeCloseTo(1000 - 300, -2)
  expect(all).toBeGreaterThan(1190)
  expect(all).toBeLessThan(1250)
})

test('[SCALE1] where the server is the slow part, its cost tells, and more servers share it', () => {
  const slow = { ...storm, cost: 2 }
  expect(weather(slow, seeded(2)).all).toBeCloseTo(500 - 300 + 10_000, -2)
  const { all } = weather({ ...slow, servers: 4 }, seeded(2))
  expect(all).toBeGreaterThan(2600)
  expect(all).toBeLessThan(2800)
})

test('[SCALE1] patience that ends before the server has time multiplies the tries; waits that grow end that', () => {
  const impatient = { ...storm, cost: 2, patience: 1000 }
  const steady = weather(impatient, seeded(3))
  const growing = weather({ ...impatient, growth: 2, longest: 30_000 }, seeded(3))
  expect(steady.givenUp).toBeGreaterThan(5000)
  expect(growing.givenUp).toBeLessThan(steady.givenUp)
})

test('[SCALE1] while the server is away nobody is served, and everybody comes again', () => {
  const { half } = weather({ ...storm, away: 10_000 }, seeded(4))
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(1500)
})
