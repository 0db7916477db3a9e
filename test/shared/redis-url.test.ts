import { serverConfig } from '@night/server/config'
import { redisOptions } from '@night/shared/redis'
import { redisUrl } from '@night/shared/redis-url'
import { workerConfig } from '@night/worker/config'
import { expect, test } from 'vitest'
import { root } from '../support/root.ts'

const read = (text: string) => redisOptions(redisUrl((one) => new URL(one)).parse(text), 'work')

test('[OPS6] a Redis is named by host, by TLS and password, by socket, or by the Sentinels of a master', () => {
  expect(read('redis://redis:6380/2')).toMatchObject({ host: 'redis', port: 6380, db: 2 })
  expect(read('rediss://desk:p%40ss@redis.example')).toMatchObject({
    host: 'redis.example',
    port: 6379,
    username: 'desk',
    password: 'p@ss',
    tls: {},
  })
  expect(read('redis://[::1]:6380')).toMatchObject({ host: '::1', port: 6380 })
  expect(read('unix:///run/redis.sock')).toMatchObject({ path: '/run/redis.sock' })
  expect(read('redis-sentinel://a:1,10.0.0.2,[::1]:3/the-night')).toMatchObject({
    sentinels: [
      { host: 'a', port: 1 },
      { host: '10.0.0.2', port: 26_379 },
      { host: '::1', port: 3 },
    ],
    name: 'the-night',
  })
  expect(read('redis-sentinel://:p%2Fw@a/night?sentinel-password=other')).toMatchObject({
    password: 'p/w',
    sentinelPassword: 'other',
    sentinels: [{ host: 'a', port: 26_379 }],
  })
})

test.each([
  undefined,
  '',
  'redis',
  'http://redis',
  'redis-cluster://a,b,c',
  'redis-sentinel://a:1,b:2',
  'redis-sentinel://a:1,,b:2/night',
  'redis-sentinel://a:one/night',
  'redis-sentinel://a:99999/night',
  'redis-sentinel://a:0/night',
  'unix://',
  'unix:///',
  'redis://user:p%zz@host',
  'redis://host/abc',
])('[OPS6] what names none stops the start with how one is named: %s', (text) => {
  const environment = { REDIS_URL: text }
  expect(() => serverConfig(environment, root)).toThrow(/REDIS_URL is redis:\/\/host/)
  expect(() => workerConfig(environment, root)).toThrow(/redis-sentinel:\/\/user:password/)
})
