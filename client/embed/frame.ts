import type { Board } from '@night/shared/board'
import type { History } from '../history.ts'
import { element } from '../overlay/element.ts'
import { embedWords, lastWords, modeNote } from './embed-words.ts'
import type { Picture } from './picture.ts'

/** What stands around every picture: which night, what it is, how new it is, and where there is more. [EMB4] */
export const createFrame = (root: HTMLElement, { show, more }: Picture) => {
  const note = element('p', { class: 'note-of-mode' })
  const title = element('h1', { class: 'title' })
  const place = element('div', { class: 'picture' })
  const words = element('p', { class: 'words' })
  const foot = element('footer', { class: 'embed-foot' })
  let shown: Board | null = null
  root.replaceChildren(note, title, place, words, foot)

  const showBoard = (board: Board): void => {
    const mode = modeNote(board)
    note.replaceChildren(...(mode ? [element('b', {}, `${mode.mark}:`), ` ${mode.words}`] : []))
    title.textContent = board.night.title
    root.dataset['mode'] = board.night.mode
    root.dataset['shown'] = String(show(place, board, null))
    root.dataset['seq'] = String(board.seq)
    foot.replaceChildren(element('span', { class: 'last' }, lastWords(board)), linkTo(more(board)))
  }
  return (history: Pick<History, 'board' | 'link' | 'problem'>): void => {
    words.textContent = embedWords(history)
    if (history.board === null || history.board === shown) return
    shown = history.board
    showBoard(shown)
  }
}

/** Opens beside the page that shows us: our other pages are in nobody's frame. */
const linkTo = ({ path, words }: ReturnType<Picture['more']>): HTMLElement => {
  const link = document.createElement('a')
  return Object.assign(link, { href: path, target: '_blank', rel: 'noopener', textContent: words })
}
