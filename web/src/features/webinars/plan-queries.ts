import { type GivenWebinar, type WebinarId, webinarPlanEndpoints } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { useRefetch } from './queries.ts'

const meta = { topics: ['webinars'] } as const

export const plansQuery = () =>
  infiniteQueryOptions({
    queryKey: ['webinars', 'plans'],
    queryFn: ({ pageParam, signal }) =>
      call(webinarPlanEndpoints.list, { query: pageParam === null ? {} : { before: pageParam } }, signal),
    initialPageParam: null as WebinarId | null,
    getNextPageParam: (page) => page.next,
    meta,
  })

export const planQuery = (webinarId: WebinarId) =>
  queryOptions({
    queryKey: ['webinars', 'plan', webinarId],
    queryFn: ({ signal }) => call(webinarPlanEndpoints.get, { params: { webinarId } }, signal),
    meta,
  })

export const peopleQuery = (webinarId: WebinarId) =>
  infiniteQueryOptions({
    queryKey: ['webinars', 'plan', webinarId, 'people'],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { after: pageParam }
      return call(webinarPlanEndpoints.people, { params: { webinarId }, query }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    meta,
  })

/** All of them, for a workbook. */
export async function fetchPeople(webinarId: WebinarId) {
  const all = []
  for (let after: string | null = null; ;) {
    const query: { after?: string } = after === null ? {} : { after }
    const page = await call(webinarPlanEndpoints.people, { params: { webinarId }, query })
    all.push(...page.people)
    if (page.next === null) return all
    after = page.next
  }
}

type Saving = { readonly webinarId: WebinarId; readonly body: GivenWebinar }

export const useSave = () =>
  useMutation({
    mutationFn: ({ webinarId, body }: Saving) => call(webinarPlanEndpoints.save, { params: { webinarId }, body }),
    onSettled: useRefetch(),
  })

export const usePublish = (webinarId: WebinarId) =>
  useMutation({
    mutationFn: (rev: number) => call(webinarPlanEndpoints.publish, { params: { webinarId }, body: { rev } }),
    onSettled: useRefetch(),
  })

export const useCancel = (webinarId: WebinarId) =>
  useMutation({
    mutationFn: (word: string) => call(webinarPlanEndpoints.cancel, { params: { webinarId }, body: { word } }),
    onSettled: useRefetch(),
  })

export const useRemove = (webinarId: WebinarId) =>
  useMutation({
    mutationFn: () => call(webinarPlanEndpoints.remove, { params: { webinarId } }),
    onSettled: useRefetch(),
  })

type Marking = { readonly accountIds: AccountId[]; readonly attended: boolean }

export const useMark = (webinarId: WebinarId) =>
  useMutation({
    mutationFn: (body: Marking) => call(webinarPlanEndpoints.mark, { params: { webinarId }, body }),
    onSettled: useRefetch(),
  })

export const useIssue = (webinarId: WebinarId) =>
  useMutation({
    mutationFn: () => call(webinarPlanEndpoints.issue, { params: { webinarId } }),
    onSettled: useRefetch(),
  })

export const useRevoke = (webinarId: WebinarId) =>
  useMutation({
    mutationFn: (accountId: AccountId) => call(webinarPlanEndpoints.revoke, { params: { webinarId, accountId } }),
    onSettled: useRefetch(),
  })
