import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { NotYet } from '#ui/not-yet.tsx'
import { t } from './texts.ts'

type Props<T> = { readonly query: UseQueryResult<T>; readonly children: (data: T) => ReactNode }

/** What has been loaded, or that it has not yet. */
export function PageState<T>({ query, children }: Props<T>) {
  return query.data === undefined ? <NotYet query={query} hidden={t('problem.not-found')} /> : children(query.data)
}
