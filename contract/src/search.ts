import { z } from 'zod'
import { listedPerson } from './directory.ts'
import { groupKind } from './groups.ts'
import { defineEndpoint } from './endpoint.ts'
import {
  channelId,
  childId,
  groupId,
  materialFolderId,
  materialId,
  noticeId,
  organizationId,
  postId,
  webinarId,
} from './ids.ts'

/** A few of each kind, the likeliest first: none that its own door would refuse to this reader. */
export const found = z.object({
  /** `page`: there is a page of this person to look at; `chat`: one may write to them, no more. */
  people: z.array(listedPerson.pick({ person: true, fullName: true }).extend({ opens: z.enum(['page', 'chat']) })),
  /** Only for those who see the pages of groups. */
  groups: z.array(z.object({ id: groupId, name: z.string(), kind: groupKind })),
  children: z.array(
    z.object({ id: childId, name: z.string(), groups: z.array(z.object({ id: groupId, name: z.string() })) }),
  ),
  /** Said in channels, asked in notices, kept as materials: by words in any form, and by how words begin. */
  posts: z.array(z.object({ id: postId, channelId, channelTitle: z.string(), text: z.string() })),
  notices: z.array(z.object({ id: noticeId, title: z.string() })),
  /** What the platform's operators hold for people like the reader, coming or past. */
  webinars: z.array(z.object({ id: webinarId, title: z.string(), startsAt: z.iso.datetime() })),
  materials: z.array(
    z.object({ id: materialId, folderId: materialFolderId, title: z.string(), folderTitle: z.string() }),
  ),
  /** Of which kinds there are more than a few: their own list shows all of them. */
  more: z.object({ people: z.boolean(), children: z.boolean(), groups: z.boolean() }),
})
export type Found = z.infer<typeof found>

export const searchEndpoints = {
  /** What is called so in one organization. Chats are found in one's own list, which the device has. */
  find: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/found',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ text: z.string().trim().min(1).max(100) }),
    response: found,
    problems: ['not-found'],
  }),
} as const
