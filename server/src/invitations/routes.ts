import { invitationEndpoints, joiningEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructurePort } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { acceptInvitation } from './accept.ts'
import { inviteFamilies, inviteStaff } from './invite.ts'
import { exportInvitations, getInvitations } from './list.ts'
import { getGroupInvitations } from './of-group.ts'
import { listEntitled } from './entitled.ts'
import { getDetails, openInvitation } from './open.ts'
import { revokeInvitation, revokeSelected, revokeUnclaimed } from './revoke.ts'
import { makeCodes, printSheet, printSheets } from './sheet.ts'

export function invitationRoutes(app: FastifyInstance, context: Context, structure: StructurePort): void {
  const {
    list,
    inviteStaff: staff,
    revoke,
    revokeUnclaimed: unclaimed,
    ofGroup,
    inviteFamilies: families,
  } = invitationEndpoints
  handle(app, list, ({ actor, params, query }) => getInvitations(context, actor, { ...params, ...query }))
  handle(app, invitationEndpoints.export, ({ actor, params, body }) =>
    exportInvitations(context, actor, { ...params, ...body }),
  )
  handle(app, staff, ({ actor, params, body }) => inviteStaff(context, actor, { ...params, ...body }))
  handle(app, revoke, ({ actor, params }) => revokeInvitation(context, actor, params))
  handle(app, unclaimed, ({ actor, params, body }) => revokeUnclaimed(context, actor, { ...params, ...body }))
  handle(app, invitationEndpoints.revokeSelected, ({ actor, params, body }) =>
    revokeSelected(context, actor, { ...params, ...body }),
  )
  handle(app, ofGroup, ({ actor, params }) => getGroupInvitations(context, actor, params.groupId))
  handle(app, families, ({ actor, params, body }) => inviteFamilies(context, actor, { ...params, ...body }))
  handle(app, invitationEndpoints.makeCodes, ({ actor, params }) => makeCodes(context, actor, params.groupId))
  handle(app, invitationEndpoints.sheet, ({ actor, params, body }) =>
    printSheet(context, actor, { ...params, ...body }),
  )
  handle(app, invitationEndpoints.sheets, ({ actor, params }) => printSheets(context, actor, params))
  handle(app, joiningEndpoints.entitled, ({ actor }) => listEntitled(context, actor))
  handle(app, joiningEndpoints.open, ({ actor, params }) => openInvitation(context, actor, params.token))
  handle(app, joiningEndpoints.details, ({ actor, params }) => getDetails(context, actor, params.token))
  handle(app, joiningEndpoints.accept, ({ actor, params, body }) =>
    acceptInvitation(context, structure, actor, { token: params.token, acceptance: body }),
  )
}
