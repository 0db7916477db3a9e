import { play } from '../play.ts'
import { strap } from './strap.ts'

play(document.getElementById('overlay') ?? document.body, strap)
