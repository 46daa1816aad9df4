import { retentionEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import type { Retained } from '#platform/retention.ts'
import { previewRetention } from './preview.ts'

export function retentionRoutes(app: FastifyInstance, context: Context, all: readonly Retained[]): void {
  handle(app, retentionEndpoints.preview, () => previewRetention(context, all))
}
