import { Origins } from '@night/shared/origins'
import { createAddressGuard, isPublic, type Resolve } from '@night/worker/alerts/address-guard'
import { expect, test } from 'vitest'
import { alertOf, subscriptionOf } from '../../support/alert.ts'
import { openLoopback } from '../../support/loopback.ts'
import { openSenders, said } from '../../support/outward.ts'

const inside = 'The address leads into a network, not to the internet.'
const scheme = 'Only addresses that begin with https:// are called.'
const port = 'Only the usual port of https, 443, is called.'
const carries = 'The address carries a name or a password.'

const guardOf = (trustedOrigins: readonly string[] = [], ...answers: (readonly string[])[]) => {
  let asked = 0
  const resolve: Resolve = () => Promise.resolve(answers[asked++] ?? [])
  const guard = createAddressGuard({ trustedOrigins, resolve })
  /** What a connection to the name is given: its addresses, or the code of its error. */
  const connect = (all = true) =>
    new Promise<unknown>((given) =>
      guard.lookup('receiver.example', { all }, (fault, address) => given(fault?.code ?? address)),
    )
  return { guard, connect, asked: () => asked }
}

test.each([
  ['http://receiver.example/', scheme],
  ['ftp://receiver.example/', scheme],
  ['file:///etc/passwd', scheme],
  ['unix:///run/redis.sock', scheme],
  ['https://receiver.example:6379/', port],
  ['https://receiver.example:80/', port],
  ['https://receiver.example:8443/', port],
  ['https://user:word@receiver.example/', carries],
  ['https://receiver.example@127.0.0.1/', carries],
  ['https://127.0.0.1/', inside],
  ['https://127.1/', inside],
  ['https://0x7f.1/', inside],
  ['https://0x7f000001/', inside],
  ['https://2130706433/', inside],
  ['https://017700000001/', inside],
  ['https://0177.0.0.1/', inside],
  ['https://127.0.0.1./', inside],
  ['https://１２７.０.０.１/', inside],
  ['https://①②⑦.⓪.⓪.①/', inside],
  ['https://%31%32%37.0.0.1/', inside],
  ['https://0/', inside],
  ['https://10.1.2.3/', inside],
  ['https://172.31.255.255/', inside],
  ['https://192.168.1.1/', inside],
  ['https://100.100.100.200/', inside],
  ['https://169.254.169.254/latest/meta-data/', inside],
  ['https://168.63.129.16/', inside],
  ['https://192.0.2.1/', inside],
  ['https://198.18.0.1/', inside],
  ['https://203.0.113.9/', inside],
  ['https://224.0.0.1/', inside],
  ['https://255.255.255.255/', inside],
  ['https://[::]/', inside],
  ['https://[::1]/', inside],
  ['https://[::ffff:7f00:1]/', inside],
  ['https://[::ffff:127.0.0.1]/', inside],
  ['https://[::ffff:8.8.8.8]/', inside],
  ['https://[::7f00:1]/', inside],
  ['https://[64:ff9b::7f00:1]/', inside],
  ['https://[2002:7f00:1::]/', inside],
  ['https://[2001::1]/', inside],
  ['https://[2001:db8::1]/', inside],
  ['https://[fd00::1]/', inside],
  ['https://[fd00:ec2::254]/', inside],
  ['https://[fe80::1]/', inside],
  ['https://[fec0::1]/', inside],
  ['https://[ff02::1]/', inside],
])('[ALR20] %s is not called', (url, words) => {
  expect(guardOf().guard.objection(new URL(url))).toBe(words)
})

test('[ALR20] an address on the internet is called, and 172.15, 100.128 and 11.0 are on the internet', () => {
  const urls = ['https://receiver.example/a?b', 'https://receiver.example:443/', 'https://8.8.8.8/']
  const { objection } = guardOf().guard
  expect(urls.map((url) => objection(new URL(url)))).toEqual([null, null, null])
  const addresses = ['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '11.0.0.1', '192.1.0.1']
  expect(addresses.filter((address) => !isPublic(address))).toEqual([])
  expect(isPublic('2606:4700::1111')).toBe(true)
  expect(['', 'receiver', '2606:4700::1%eth0', '8.8.8.8.', '::ffff:8.8.8.8'].map(isPublic)).toEqual(
    Array(5).fill(false),
  )
})

test('[ALR20] of a name every address is looked at, and one inside is enough to call none', async () => {
  const { connect } = guardOf([], ['8.8.8.8', '127.0.0.1'], ['2606:4700::1111', '::1'], ['fe80::1'])
  expect([await connect(), await connect(), await connect(), await connect()]).toEqual([
    'ADDRESS_REFUSED',
    'ADDRESS_REFUSED',
    'ADDRESS_REFUSED',
    'ENOTFOUND',
  ])
})

test('[ALR20] a name that is public when looked at and ours when called is resolved once, and called where it was looked at', async () => {
  const { connect, asked } = guardOf([], ['8.8.8.8', '2606:4700::1111'], ['127.0.0.1'], ['8.8.8.8'])
  expect(await connect()).toEqual([
    { address: '8.8.8.8', family: 4 },
    { address: '2606:4700::1111', family: 6 },
  ])
  expect(asked()).toBe(1)
  expect(await connect()).toBe('ADDRESS_REFUSED')
  expect(await connect(false)).toBe('8.8.8.8')
  expect(asked()).toBe(3)
})

test('[ALR20] a sender whose receiver has a name for something inside refuses for good, and has called nobody', async () => {
  let asked = 0
  const resolve = () => Promise.resolve([`127.0.0.${(asked += 1)}`])
  const { senders } = openSenders({ resolve })
  const url = 'https://inside.example/alerts'
  const hook = subscriptionOf({ type: 'webhook', url, form: 'chat' })
  expect(said(await senders.webhook.send(alertOf(), hook))).toBe(`refused: ${inside}`)
  const keys = { p256dh: 'A', auth: 'A' }
  const push = subscriptionOf({ type: 'webpush', subscription: { endpoint: url, keys } })
  expect((await senders.webpush.send(alertOf(), push)).outcome).toBe('refused')
  expect(asked).toBe(1)
})

test('[ALR20] a receiver that was not found under its name is tried later', async () => {
  const { senders } = openSenders()
  const hook = subscriptionOf({ type: 'webhook', url: 'https://none.example/', form: 'chat' })
  expect(said(await senders.webhook.send(alertOf(), hook))).toBe(
    'later: The receiver was not found under its name.',
  )
})

test('[ALR21] an origin that is trusted is called whatever it is; no other port, scheme or name is', async () => {
  const receiver = await openLoopback(() => ({ status: 200 }))
  const elsewhere = await openLoopback(() => ({ status: 200 }))
  const { senders } = openSenders({ trustedOrigins: [receiver.origin] })
  const send = async (url: string) =>
    said(
      await senders.webhook.send(alertOf(), subscriptionOf({ type: 'webhook', url, form: 'chat' })),
    )
  expect(await send(`${receiver.origin}/alerts`)).toBe('sent: The receiver has it (200).')
  expect(await send(`${elsewhere.origin}/alerts`)).toBe(`refused: ${scheme}`)
  expect(await send(receiver.origin.replace('http', 'https'))).toBe(`refused: ${port}`)
  expect(await send(receiver.origin.replace('//', '//desk:word@'))).toBe(`refused: ${carries}`)
  expect(elsewhere.connections()).toBe(0)
})

test('[ALR21] where a trusted receiver sends us on, we do not go', async () => {
  const elsewhere = await openLoopback(() => ({ status: 200 }))
  const location = `${elsewhere.origin}/`
  const receiver = await openLoopback(() => ({ status: 307, headers: { location } }))
  const { senders } = openSenders({ trustedOrigins: [receiver.origin, elsewhere.origin] })
  const hook = subscriptionOf({ type: 'webhook', url: receiver.origin, form: 'chat' })
  expect((await senders.webhook.send(alertOf(), hook)).outcome).toBe('refused')
  expect(elsewhere.connections()).toBe(0)
})

test('[ALR21] trusted origins are exact, and what is more than an origin is refused in words', () => {
  const parse = (text: string | undefined) => Origins.safeParse(text)
  expect(parse(undefined).data).toEqual([])
  expect(parse(' , ').data).toEqual([])
  expect(
    parse('http://10.0.0.5:4567, HTTPS://Chat.Newsroom.example:443/,http://[fd00::1]:80').data,
  ).toEqual(['http://10.0.0.5:4567', 'https://chat.newsroom.example', 'http://[fd00::1]'])
  const wrong = ['10.0.0.5', 'http://', 'ftp://a.example', 'http://a.example/hook', 'http://a@b.c']
  for (const text of [
    ...wrong,
    'http://a.example?b',
    'http://a.example#b',
    '*',
    'https://*.a.example',
    'https://a;b',
  ]) {
    expect(parse(text).error?.issues[0]?.message).toMatch(/^an origin/)
  }
})
