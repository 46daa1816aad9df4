import { randomUUID } from 'node:crypto'
import { photosOf } from './personal-data-things.ts'
import { office, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** Asked for each child: the parent's is one of them, the teacher's group is its. */
const purpose = ({ consentPurposeId }: Things) => ({ params: { consentPurposeId } })
const followers = [...office, 'teacher'] as const
const onChild = ({ consentPurposeId, childId }: Things) => ({
  params: { consentPurposeId, unitId: childId, decisionId: randomUUID() },
})
const decided = { version: 1, isGiven: true, after: null }

export const consentRows = {
  own: { call: () => ({}), allowed: signedIn },
  list: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: followers,
    forbidden: ['unconfirmed', 'parent'],
  },
  save: {
    call: ({ organizationId, consentPurposeId }) => ({ params: { organizationId, consentPurposeId }, body: photosOf }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed', 'parent'],
  },
  decide: {
    call: (things) => ({ ...onChild(things), body: decided }),
    allowed: ['parent'],
    forbidden: followers,
  },
  enterPaper: {
    call: (things) => ({
      ...onChild(things),
      body: { ...decided, signedBy: 'Кузнецова Елена', signedOn: '2026-09-01' },
    }),
    allowed: office,
    forbidden: ['teacher', 'parent'],
  },
  units: { call: purpose, allowed: followers, forbidden: ['parent'] },
  register: {
    call: ({ consentPurposeId }) => ({ params: { consentPurposeId, format: 'xlsx' } }),
    allowed: followers,
    forbidden: ['parent'],
  },
} as const satisfies Record<string, Row>
