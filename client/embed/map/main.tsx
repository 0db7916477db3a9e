import { render } from 'preact'
import { openEmbed } from '../open.ts'
import { wallOf } from '../picture.ts'
import { MapPicture } from './map-picture.tsx'

openEmbed({
  show: (place, board) => {
    render(<MapPicture board={board} />, place)
    return true
  },
  more: wallOf,
})

// A seat's page is in nobody's frame: it opens beside the page that shows the map.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a.cell') : null
  link?.setAttribute('target', '_blank')
  link?.setAttribute('rel', 'noopener')
})
