import { openWall } from '../wall/open-wall.tsx'
import { BattlegroundWall } from './battleground.tsx'

openWall(BattlegroundWall)
