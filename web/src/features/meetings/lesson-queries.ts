import { lessonEndpoints, type MeetingId, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

const meta = { topics: ['meetings', 'structure'] } as const

export const programmesQuery = (organizationId: OrganizationId, year: number) =>
  queryOptions({
    queryKey: ['meetings', organizationId, 'programmes', year],
    queryFn: ({ signal }) => call(lessonEndpoints.programmes, { params: { organizationId }, query: { year } }, signal),
    meta,
  })

export const lessonsQuery = (organizationId: OrganizationId, year: number, programme: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['meetings', organizationId, 'lessons', year, programme],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        year,
        ...(programme !== undefined && { programme }),
        ...(pageParam !== null && { after: pageParam }),
      }
      return call(lessonEndpoints.list, { params: { organizationId }, query }, signal)
    },
    initialPageParam: null as MeetingId | null,
    getNextPageParam: (page) => page.next,
    meta,
  })
