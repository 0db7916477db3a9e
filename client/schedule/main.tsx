import { openWall } from '../wall/open-wall.tsx'
import { Schedule } from './schedule.tsx'

openWall(Schedule)
