import { childEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { addChildren } from './add-children.ts'
import { moveChild, removeChild, renameChild } from './change-child.ts'
import { getChild, getChildren } from './children.ts'
import { enrolChild, getLeftChildren } from './enrol-child.ts'
import { exportChildren, getChildrenOfOrganization } from './of-organization.ts'

export function childRoutes(app: FastifyInstance, context: StructureContext): void {
  handle(app, childEndpoints.list, ({ actor, params }) => getChildren(context, actor, params))
  handle(app, childEndpoints.ofOrganization, ({ actor, params, query }) =>
    getChildrenOfOrganization(context, actor, { ...params, ...query }),
  )
  handle(app, childEndpoints.export, ({ actor, params, body }) =>
    exportChildren(context, actor, { ...params, ...body }),
  )
  handle(app, childEndpoints.add, ({ actor, params, body }) => addChildren(context, actor, { ...params, ...body }))
  handle(app, childEndpoints.get, ({ actor, params }) => getChild(context, actor, params))
  handle(app, childEndpoints.rename, ({ actor, params, body }) => renameChild(context, actor, { ...params, ...body }))
  handle(app, childEndpoints.move, ({ actor, params, body }) => moveChild(context, actor, { ...params, ...body }))
  handle(app, childEndpoints.enrol, ({ actor, params }) => enrolChild(context, actor, params))
  handle(app, childEndpoints.left, ({ actor, params, query }) =>
    getLeftChildren(context, actor, { ...params, ...query }),
  )
  handle(app, childEndpoints.remove, ({ actor, params }) => removeChild(context, actor, params))
}
