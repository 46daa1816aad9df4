import type { FigureSet } from '../figures/figure-set.ts'
import { groupCalls } from './calls.ts'
import { groupEvents } from './events.ts'
import { groupFamilies } from './families.ts'
import { groupNotices } from './notices.ts'

/** Of one group, for its teachers: in each `$1` is the group. */
export const groupFigureSets: readonly FigureSet[] = [groupFamilies, groupCalls, groupEvents, groupNotices]
