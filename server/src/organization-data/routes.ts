import { organizationDataEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import type { FilesContext } from '#files/index.ts'
import { handle } from '#platform/http.ts'
import { askForOrganization, readOrganization, showOrganizationExports } from './ask.ts'

export function organizationDataRoutes(app: FastifyInstance, chats: ChatContext, files: FilesContext): void {
  handle(app, organizationDataEndpoints.list, ({ actor, params }) => showOrganizationExports(files, actor, params))
  handle(app, organizationDataEndpoints.ask, async ({ actor, params }) => {
    await askForOrganization(chats, actor, params)
    return {}
  })
  handle(app, organizationDataEndpoints.content, ({ actor, params }) => readOrganization(files, actor, params))
}
