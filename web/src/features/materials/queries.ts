import {
  type Endpoint,
  materialEndpoints,
  type MaterialFolderId,
  type MaterialId,
  type OrganizationId,
} from '@kolosok/contract'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const meta = { topics: ['materials', 'structure', 'account'] } as const

export const shelvesQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['materials', organizationId],
    queryFn: ({ signal }) => call(materialEndpoints.list, { params: { organizationId } }, signal),
    meta,
  })

export const foundQuery = (organizationId: OrganizationId, words: string) =>
  queryOptions({
    queryKey: ['materials', organizationId, 'found', words],
    queryFn: ({ signal }) => call(materialEndpoints.find, { params: { organizationId }, query: { words } }, signal),
    enabled: words !== '',
    // The list stays while one goes on typing.
    placeholderData: keepPreviousData,
    meta,
  })

export const folderQuery = (folderId: MaterialFolderId) =>
  queryOptions({
    queryKey: ['materials', 'folder', folderId],
    queryFn: ({ signal }) => call(materialEndpoints.folder, { params: { folderId } }, signal),
    meta,
  })

export const versionsQuery = (materialId: MaterialId) =>
  queryOptions({
    queryKey: ['materials', 'versions', materialId],
    queryFn: ({ signal }) => call(materialEndpoints.versions, { params: { materialId } }, signal),
    meta,
  })

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
export function useChange<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<E>) => call(endpoint, input),
    onSettled: () => {
      refetchTopics(client, ['materials'])
    },
  })
}
