import { materialEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { orderFolders, removeFolder, restoreFolder, saveFolder } from './folders.ts'
import { addVersion, orderMaterials, removeMaterial, restoreMaterial, saveMaterial } from './materials.ts'
import { findInMaterials, getFolder, getShelves, getVersions } from './read.ts'
import { takeFromMessage } from './take.ts'

export function materialRoutes(app: FastifyInstance, context: ChatContext): void {
  const to = materialEndpoints
  handle(app, to.list, ({ actor, params }) => getShelves(context, actor, params.organizationId))
  handle(app, to.find, ({ actor, params, query }) => findInMaterials(context, actor, { ...params, ...query }))
  handle(app, to.folder, ({ actor, params }) => getFolder(context, actor, params))
  handle(app, to.saveFolder, ({ actor, params, body }) => saveFolder(context, actor, { ...params, ...body }))
  handle(app, to.removeFolder, ({ actor, params }) => removeFolder(context, actor, params))
  handle(app, to.restoreFolder, ({ actor, params }) => restoreFolder(context, actor, params))
  handle(app, to.order, ({ actor, params, body }) => orderMaterials(context, actor, { ...params, ...body }))
  handle(app, to.orderFolders, ({ actor, params, body }) => orderFolders(context, actor, { ...params, ...body }))
  handle(app, to.save, ({ actor, params, body }) => saveMaterial(context, actor, { ...params, ...body }))
  handle(app, to.take, ({ actor, params, body }) => takeFromMessage(context, actor, { ...params, ...body }))
  handle(app, to.versions, ({ actor, params }) => getVersions(context, actor, params))
  handle(app, to.addVersion, ({ actor, params }) => addVersion(context, actor, params))
  handle(app, to.remove, ({ actor, params }) => removeMaterial(context, actor, params))
  handle(app, to.restore, ({ actor, params }) => restoreMaterial(context, actor, params))
}
