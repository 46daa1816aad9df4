import { groupEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { attachTeachers } from './attach-teachers.ts'
import { archiveGroup, attachTeacher, detachTeacher, editGroup, restoreGroup } from './change-group.ts'
import { createGroups, getGroup, getGroups, reorderGroups } from './groups.ts'
import { setGroupsOfTeacher } from './set-groups-of-teacher.ts'
import { endSubstitution, nameSubstitute, setLastDay } from './substitute.ts'

export function groupRoutes(app: FastifyInstance, context: StructureContext): void {
  handle(app, groupEndpoints.list, ({ actor, params, query }) => getGroups(context, actor, { ...params, ...query }))
  handle(app, groupEndpoints.create, ({ actor, params, body }) => createGroups(context, actor, { ...params, ...body }))
  handle(app, groupEndpoints.reorder, ({ actor, params, body }) =>
    reorderGroups(context, actor, { ...params, ...body }),
  )
  handle(app, groupEndpoints.get, ({ actor, params }) => getGroup(context, actor, params))
  handle(app, groupEndpoints.edit, ({ actor, params, body }) => editGroup(context, actor, { ...params, ...body }))
  handle(app, groupEndpoints.archive, ({ actor, params }) => archiveGroup(context, actor, params))
  handle(app, groupEndpoints.restore, ({ actor, params }) => restoreGroup(context, actor, params))
  handle(app, groupEndpoints.attachTeacher, ({ actor, params, body }) =>
    attachTeacher(context, actor, { ...params, ...body }),
  )
  handle(app, groupEndpoints.attachTeachers, ({ actor, params, body }) =>
    attachTeachers(context, actor, { ...params, ...body }),
  )
  handle(app, groupEndpoints.detachTeacher, ({ actor, params }) => detachTeacher(context, actor, params))
  handle(app, groupEndpoints.nameSubstitute, ({ actor, params, body }) =>
    nameSubstitute(context, actor, { ...params, ...body }),
  )
  handle(app, groupEndpoints.setLastDay, ({ actor, params, body }) =>
    setLastDay(context, actor, { ...params, ...body }),
  )
  handle(app, groupEndpoints.endSubstitution, ({ actor, params }) => endSubstitution(context, actor, params))
  handle(app, groupEndpoints.setGroupsOfTeacher, ({ actor, params, body }) =>
    setGroupsOfTeacher(context, actor, { ...params, ...body }),
  )
}
