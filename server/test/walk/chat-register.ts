import { office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const here = ({ organizationId }: Things) => ({ params: { organizationId } })
const forOffice = { allowed: office, forbidden: ['teacher', 'unconfirmed', 'parent'] } as const

export const chatRegisterRows = {
  chats: { call: here, ...forOffice },
  calls: { call: here, ...forOffice },
} as const satisfies Record<string, Row>
