import { createFeed } from '../feed.ts'
import { begin } from '../history.ts'
import { takeBoard } from '../parts/delivery.ts'
import { readEmbedAddress } from './address.ts'
import { createFrame } from './frame.ts'
import { setGround } from './ground.ts'
import type { Picture } from './picture.ts'
import { tellHeight } from './tell-height.ts'

/**
 * Follows the night of the page's address and shows it, for as long as somebody has it in their page. It takes no token
 * and keeps nothing in the browser. [EMB1 EMB4]
 */
export const openEmbed = (picture: Picture): void => {
  const root = document.getElementById('embed') ?? document.body
  const { night, ground, from } = readEmbedAddress(location.search)
  const delivered = takeBoard()
  setGround(ground)
  const show = createFrame(root, picture)
  show(begin(delivered, Date.now()))
  tellHeight(root, from)
  if (night !== null) createFeed({ night, delivered }).subscribe(show)
}
