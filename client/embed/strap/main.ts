import { strap } from '../../overlay/strap/strap.ts'
import { newsOf } from '../../overlay/news.ts'
import { openEmbed } from '../open.ts'
import { graphicShown, wallOf } from '../picture.ts'

openEmbed({
  show: graphicShown(strap),
  more: (board) => {
    const seat = newsOf(board)?.seat.contest.constituency.id
    const night = encodeURIComponent(board.night.id)
    return seat === undefined
      ? wallOf(board)
      : { path: `/seat/${seat}?night=${night}`, words: 'All figures' }
  },
})
