import {
  type GroupId,
  type OrganizationId,
  statisticsReportEndpoints,
  type StatisticsReportId,
} from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const endpoints = statisticsReportEndpoints
const meta = { topics: ['statistics-reports'] } as const

export const oversightQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'oversight'],
    queryFn: ({ signal }) => call(endpoints.oversight, { params: { organizationId } }, signal),
  })

export const groupOversightQuery = (groupId: GroupId) =>
  queryOptions({
    queryKey: ['groups', groupId, 'oversight'],
    queryFn: ({ signal }) => call(endpoints.groupOversight, { params: { groupId } }, signal),
  })

export const reportsQuery = (organizationId: OrganizationId) =>
  infiniteQueryOptions({
    queryKey: ['statistics-reports', 'of', organizationId],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { before: pageParam }
      return call(endpoints.list, { params: { organizationId }, query }, signal)
    },
    initialPageParam: null as StatisticsReportId | null,
    getNextPageParam: ({ next }) => next,
    meta,
  })

export const reportQuery = (statisticsReportId: StatisticsReportId) =>
  queryOptions({
    queryKey: ['statistics-reports', statisticsReportId],
    queryFn: ({ signal }) => call(endpoints.get, { params: { statisticsReportId } }, signal),
    meta,
  })

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['statistics-reports'])
  }
}

export const useCompile = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof endpoints.compile>) => call(endpoints.compile, input),
    onSettled: useRefetch(),
  })

export const useEdit = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof endpoints.edit>) => call(endpoints.edit, input),
    onSettled: useRefetch(),
  })

export const useSubmit = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof endpoints.submit>) => call(endpoints.submit, input),
    onSettled: useRefetch(),
  })

export const useDecide = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof endpoints.decide>) => call(endpoints.decide, input),
    onSettled: useRefetch(),
  })

export const useRemove = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof endpoints.remove>) => call(endpoints.remove, input),
    onSettled: useRefetch(),
  })
