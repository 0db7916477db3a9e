import { play } from '../play.ts'
import { ticker } from './ticker.ts'

play(document.getElementById('overlay') ?? document.body, ticker)
