import { articleEndpoints, type ArticleName, type EditedArticle } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'

export const managedQuery = () =>
  queryOptions({
    queryKey: ['articles', 'managed'],
    queryFn: async ({ signal }) => (await call(articleEndpoints.manage, {}, signal)).articles,
  })

export const editedQuery = (name: ArticleName) =>
  queryOptions({
    queryKey: ['articles', 'edited', name],
    queryFn: ({ signal }) => call(articleEndpoints.open, { params: { name } }, signal),
    // What is typed over it must not change under the hands.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  })

/** All of the help is asked for again: the list, the text, and what waits for the operator. */
function useRefetch() {
  const client = useQueryClient()
  return (changed?: EditedArticle) => {
    if (changed) client.setQueryData(editedQuery(changed.name).queryKey, changed)
    for (const queryKey of [
      ['articles', 'managed'],
      ['articles', 'list'],
      ['articles', 'one'],
      ['me', 'waiting'],
    ]) {
      void client.invalidateQueries({ queryKey })
    }
  }
}

export const useWrite = () => {
  const refetch = useRefetch()
  return useMutation({
    mutationFn: (input: CallInput<typeof articleEndpoints.write>) => call(articleEndpoints.write, input),
    onSuccess: refetch,
  })
}

export type Change = 'hide' | 'show' | 'restore' | 'keep'

/** What is done to one that is there, without writing. */
export const useChange = ({ name, rev }: Pick<EditedArticle, 'name' | 'rev'>) => {
  const refetch = useRefetch()
  return useMutation({
    mutationFn: (change: Change) => {
      const params = { name }
      if (change === 'restore') return call(articleEndpoints.restore, { params, body: { rev } })
      if (change === 'keep') return call(articleEndpoints.keep, { params, body: { rev } })
      return call(articleEndpoints.setHidden, { params, body: { isHidden: change === 'hide' } })
    },
    onSuccess: refetch,
  })
}

export const useTranslate = () => {
  const refetch = useRefetch()
  return useMutation({
    mutationFn: (input: CallInput<typeof articleEndpoints.translate>) => call(articleEndpoints.translate, input),
    onSuccess: refetch,
  })
}

export const useRemoveTranslation = () => {
  const refetch = useRefetch()
  return useMutation({
    mutationFn: (params: CallInput<typeof articleEndpoints.removeTranslation>['params']) =>
      call(articleEndpoints.removeTranslation, { params }),
    onSuccess: refetch,
  })
}

export const useRemove = (name: ArticleName) => {
  const refetch = useRefetch()
  return useMutation({
    mutationFn: () => call(articleEndpoints.remove, { params: { name } }),
    onSuccess: () => {
      refetch()
    },
  })
}
