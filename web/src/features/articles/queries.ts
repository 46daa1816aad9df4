import { articleEndpoints, type ArticleLanguage, type ArticleName } from '@kolosok/contract'
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'

// They change with a new version or by an operator's hand, not while one reads.
const MINUTES = 60_000
const meta = { topics: ['account', 'organization'] } as const

export const articlesQuery = (q = '') =>
  queryOptions({
    queryKey: ['articles', 'list', q],
    queryFn: async ({ signal }) => (await call(articleEndpoints.list, { query: { q } }, signal)).articles,
    staleTime: 10 * MINUTES,
    // What was found before stays until the next is there: the page does not jump while one types.
    placeholderData: keepPreviousData,
    meta,
  })

export const articleQuery = (name: ArticleName, language?: ArticleLanguage) =>
  queryOptions({
    queryKey: ['articles', 'one', name, language],
    queryFn: ({ signal }) =>
      call(articleEndpoints.get, { params: { name }, query: { ...(language && { language }) } }, signal),
    staleTime: 10 * MINUTES,
    meta,
  })

export const useVote = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof articleEndpoints.vote>) => call(articleEndpoints.vote, input),
  })
