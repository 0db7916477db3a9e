import { workerConfig } from '@night/worker/config'
import { expect, test } from 'vitest'
import { subject } from '../../support/outward.ts'

test('[ALR28] VAPID_SUBJECT is an address that a push service can reach, or the worker does not start', () => {
  const config = (VAPID_SUBJECT?: string) =>
    workerConfig({ REDIS_URL: 'redis://127.0.0.1', VAPID_SUBJECT }, '/').pushSubject
  expect([config(), config(''), config(` ${subject} `)]).toEqual([null, null, subject])
  expect(config('https://newsroom.example/contact')).toBe('https://newsroom.example/contact')
  const wrong = [
    'desk@newsroom.example',
    'mailto:desk',
    'mailto:desk@localhost',
    'mailto:a@b.localhost',
  ]
  const urls = ['http://newsroom.example', 'https://localhost', 'https://127.1', 'https://[::1]/']
  for (const text of [...wrong, ...urls, 'https://', 'mailto:desk@127.0.0.1', 'tel:999']) {
    expect(() => config(text)).toThrow('mailto:desk@your.domain')
  }
})
