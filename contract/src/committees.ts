import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { groupId, membershipId } from './ids.ts'
import { person } from './people.ts'

/** A parent of a group, and since when they are in its committee (родительский актив). */
export const committeeCandidate = z.object({ person, inCommitteeSince: z.iso.datetime().nullable() })
export type CommitteeCandidate = z.infer<typeof committeeCandidate>

const one = z.object({ groupId, membershipId })
const answer = z.object({ parents: z.array(committeeCandidate) })

export const committeeEndpoints = {
  /** The parents of a group by name, those in its committee first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/groups/:groupId/committee',
    access: 'account',
    params: z.object({ groupId }),
    response: answer,
    problems: ['not-found', 'forbidden'],
  }),
  /** Into the committee, and into the chats that follow from it. Doing it twice is fine. */
  mark: defineEndpoint({
    method: 'PUT',
    path: '/api/groups/:groupId/committee/:membershipId',
    access: 'account',
    params: one,
    response: answer,
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-archived'],
  }),
  unmark: defineEndpoint({
    method: 'DELETE',
    path: '/api/groups/:groupId/committee/:membershipId',
    access: 'account',
    params: one,
    response: answer,
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-archived'],
  }),
} as const
