import { z } from 'zod'
import { AppError } from './app-error.ts'

/** Where a page of a list by time ended. It says so itself: what stood there may be gone when the next one is read. */
export type Place<Id extends string> = { readonly at: Date; readonly id: Id }

export const sayPlace = ({ at, id }: Place<string>): string => `${at.toISOString()}~${id}`

type OfId<S extends z.ZodType<string>> = Place<z.output<S>>

export function parsePlace<S extends z.ZodType<string>>(id: S, said: string | undefined): OfId<S> | undefined {
  if (said === undefined) return undefined
  const [at = '', ...rest] = said.split('~')
  const [moment, found] = [z.iso.datetime().safeParse(at), id.safeParse(rest.join('~'))]
  if (!moment.success || !found.success) throw new AppError('invalid-request', { detail: 'after' })
  return { at: new Date(moment.data), id: found.data }
}
