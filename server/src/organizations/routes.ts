import { organizationEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { editCard, getCardHistory, getOrganizationCard } from './card.ts'
import { getOverview } from './overview.ts'

export function organizationRoutes(app: FastifyInstance, context: Context): void {
  handle(app, organizationEndpoints.card, ({ actor, params }) => getOrganizationCard(context, actor, params))
  handle(app, organizationEndpoints.editCard, ({ actor, params, body }) =>
    editCard(context, actor, { ...body, ...params }),
  )
  handle(app, organizationEndpoints.cardHistory, ({ actor, params, query }) =>
    getCardHistory(context, actor, { ...params, ...query }),
  )
  handle(app, organizationEndpoints.overview, ({ actor, params }) => getOverview(context, actor, params))
}
