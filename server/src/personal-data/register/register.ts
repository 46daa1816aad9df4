import { accounts } from './accounts.ts'
import type { Register } from './entry.ts'
import { help } from './help.ts'
import { joining } from './joining.ts'
import { meetings } from './meetings.ts'
import { organizations } from './organizations.ts'
import { ownData } from './own-data.ts'
import { talks } from './talk.ts'
import { webinars } from './webinars.ts'

/** Every table of the database. Rows are erased in this order: what leans on another comes before it. */
export const register: Register = {
  ...accounts,
  ...organizations,
  ...joining,
  ...talks,
  ...help,
  ...meetings,
  ...webinars,
  ...ownData,
}
