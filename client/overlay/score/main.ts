import { play } from '../play.ts'
import { score } from './score.ts'

play(document.getElementById('overlay') ?? document.body, score)
