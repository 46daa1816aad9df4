import { broadcasts } from './broadcasts.ts'
import { calls } from './calls.ts'
import { channels } from './channels.ts'
import { families } from './families.ts'
import type { FigureSet } from './figure-set.ts'
import { groups } from './groups.ts'
import { help } from './help.ts'
import { meetings } from './meetings.ts'
import { notices } from './notices.ts'
import { people } from './people.ts'

/** In the order in which a report shows them. */
export const figureSets: readonly FigureSet[] = [
  people,
  families,
  groups,
  calls,
  meetings,
  broadcasts,
  notices,
  channels,
  help,
]
