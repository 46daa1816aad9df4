import type { Row } from './row.ts'
import type { Things } from './things.ts'

const inOrganization = ({ organizationId }: Things) => ({ params: { organizationId } })
const draft = ({ importId }: Things) => ({ params: { importId } })
const byAdmin = { allowed: ['admin'], forbidden: ['management', 'teacher', 'unconfirmed', 'parent'] } as const
/** Whoever does not manage the structure is told that there is no such import. */
const seenByAdmin = { allowed: ['admin'] } as const

const rollOver = ({ rollOverId }: Things) => ({ params: { rollOverId } })
const plannedGroup = ({ rollOverId, groupId }: Things) => ({ params: { rollOverId, groupId } })
const plannedChild = ({ rollOverId, groupId, childId }: Things) => ({ params: { rollOverId, groupId, childId } })

export const rollOverRows = {
  latest: { call: inOrganization, ...byAdmin },
  begin: {
    call: ({ organizationId, unknownId }) => ({ params: { organizationId, rollOverId: unknownId }, body: {} }),
    ...byAdmin,
  },
  setWay: { call: (things) => ({ ...rollOver(things), body: { way: 'onwards' } }), ...seenByAdmin },
  planGroup: {
    call: (things) => ({ ...plannedGroup(things), body: { toGroupId: null, after: null } }),
    ...seenByAdmin,
  },
  unplanGroup: { call: plannedGroup, ...seenByAdmin },
  children: { call: plannedGroup, ...seenByAdmin },
  planChild: { call: (things) => ({ ...plannedChild(things), body: { toGroupId: null } }), ...seenByAdmin },
  unplanChild: { call: plannedChild, ...seenByAdmin },
  discard: { call: rollOver, ...seenByAdmin },
  apply: { call: (things) => ({ ...rollOver(things), body: { seen: '' } }), ...seenByAdmin },
  undo: { call: rollOver, ...seenByAdmin },
} as const satisfies Record<string, Row>

export const importRows = {
  list: { call: inOrganization, ...byAdmin },
  begin: {
    call: ({ organizationId, unknownId }) => ({
      params: { organizationId, importId: unknownId },
      body: { text: 'Зуев Лев' },
    }),
    ...byAdmin,
  },
  get: { call: draft, ...seenByAdmin },
  lines: { call: draft, ...seenByAdmin },
  setColumns: { call: (things) => ({ ...draft(things), body: { meanings: ['group', 'child-name'] } }), ...seenByAdmin },
  mendLine: {
    call: ({ importId }) => ({ params: { importId, line: '2' }, body: { isSkipped: false } }),
    ...seenByAdmin,
  },
  apply: { call: draft, ...seenByAdmin },
  undo: { call: draft, ...seenByAdmin },
} as const satisfies Record<string, Row>
