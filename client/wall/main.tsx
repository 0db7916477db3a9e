import { openWall } from './open-wall.tsx'
import { Wall } from './wall.tsx'

openWall(Wall)
