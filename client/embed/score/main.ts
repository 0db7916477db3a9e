import { score } from '../../overlay/score/score.ts'
import { openEmbed } from '../open.ts'
import { graphicShown, wallOf } from '../picture.ts'

openEmbed({ show: graphicShown(score), more: wallOf })
