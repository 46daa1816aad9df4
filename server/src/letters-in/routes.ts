import { letterInEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getLetters } from './list.ts'

export function letterInRoutes(app: FastifyInstance, context: Context): void {
  handle(app, letterInEndpoints.list, ({ query }) => getLetters(context, query))
}
