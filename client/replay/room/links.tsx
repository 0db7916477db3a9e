import { useSignal } from '@preact/signals'
import { copyText } from '../../parts/clipboard.ts'
import { Close, Dialog } from '../dialog.tsx'

const screens = [
  { name: 'Wall', path: '/wall' },
  { name: 'Schedule', path: '/wall/schedule' },
  { name: 'Battleground', path: '/wall/battleground' },
  { name: 'Desk', path: '/desk' },
  { name: 'Phone', path: '/my' },
] as const

/** The screens that follow this replay, to open or to send to somebody. [RPR1] */
export const Links = ({ night }: { readonly night: string }) => {
  const isOpen = useSignal(false)
  const room = location.href.split('#')[0] ?? ''
  const links = screens.map(({ name, path }) => {
    const address = `${location.origin}${path}?night=${encodeURIComponent(night)}`
    return { name, address }
  })
  return (
    <>
      <button type="button" onClick={() => (isOpen.value = true)}>
        Screens that follow
      </button>
      <Dialog isOpen={isOpen} name="links" title="Screens that follow">
        <ul>
          {[{ name: 'This page', address: room }, ...links].map((link) => (
            <OneLink key={link.name} {...link} />
          ))}
        </ul>
        <Close />
      </Dialog>
    </>
  )
}

type OneLinkProps = { readonly name: string; readonly address: string }

const OneLink = ({ name, address }: OneLinkProps) => {
  const words = useSignal('Copy')
  const copy = async (): Promise<void> => {
    words.value = (await copyText(address)) ? 'Copied' : 'Not copied'
  }
  return (
    <li>
      <span>{name}</span>
      <a href={address}>{address}</a>
      <button type="button" aria-label={`Copy: ${name}`} onClick={() => void copy()}>
        {words.value}
      </button>
    </li>
  )
}
