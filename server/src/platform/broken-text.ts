import type { FastifyRequest } from 'fastify'
import { AppError, invalidFields } from './app-error.ts'

/** Zero characters and halves of characters can't be stored; nobody types them. */
export function refuseBrokenText({ body, query, params }: Pick<FastifyRequest, 'body' | 'query' | 'params'>): void {
  if (findBroken(params).length > 0) throw new AppError('not-found')
  if (findBroken(query).length > 0) throw new AppError('invalid-request')
  const fields = findBroken(body)
  if (fields.length > 0) throw invalidFields(Object.fromEntries(fields.map((field) => [field, 'invalid-character'])))
}

/** Where they stand: `name`, `children/3/name`. Streams and buffers are none of ours to look into. */
function findBroken(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [at] : []
  if (!Array.isArray(value) && !isPlain(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => findBroken(inner, at === '' ? key : `${at}/${key}`))
}

/** Of no class of its own; a query's object has a prototype that has none. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
