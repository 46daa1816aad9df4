import { type ImportDraft, importEndpoints, type ImportId, type LineList, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, isProblem } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

export const importsQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'imports'],
    queryFn: async ({ signal }) => (await call(importEndpoints.list, { params: { organizationId } }, signal)).imports,
    meta: { topics: ['structure'] },
  })

export const importQuery = (importId: ImportId) =>
  queryOptions({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => call(importEndpoints.get, { params: { importId } }, signal),
    meta: { topics: ['structure'] },
  })

export const linesQuery = (importId: ImportId, state: LineList) =>
  infiniteQueryOptions({
    queryKey: ['imports', importId, 'lines', state],
    queryFn: ({ signal, pageParam }) =>
      call(importEndpoints.lines, { params: { importId }, query: { state, after: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  })

/** What an act answers is what the list says from then on; its lines are asked again. */
export function useDraftChange<Input>(importId: ImportId, act: (input: Input) => Promise<ImportDraft>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (draft) => {
      client.setQueryData(importQuery(importId).queryKey, draft)
      if (draft.state !== 'draft') refetchTopics(client, ['structure', 'organization'])
      await client.invalidateQueries({ queryKey: ['imports', importId, 'lines'] })
    },
    onError: async (error) => {
      // What is shown is not what is there any more: it comes anew, with the sentence beside it.
      if (isProblem(error, 'import-outdated')) await client.invalidateQueries({ queryKey: ['imports', importId] })
    },
  })
}
