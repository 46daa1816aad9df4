import { office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const here = ({ organizationId }: Things) => ({ params: { organizationId } })
/** A teacher reads of own groups; which, chat-register.test.ts shows. */
const forStaff = { allowed: [...office, 'teacher'], forbidden: ['unconfirmed', 'parent'] } as const

export const chatRegisterRows = {
  chats: { call: here, ...forStaff },
  calls: { call: here, ...forStaff },
  meetings: { call: here, ...forStaff },
  broadcasts: { call: here, ...forStaff },
} as const satisfies Record<string, Row>
