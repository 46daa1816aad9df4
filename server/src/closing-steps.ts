import { endBroadcasts } from '#broadcasts/index.ts'
import { unschedulePosts } from '#channels/index.ts'
import { endLinks } from '#invitations/index.ts'
import { refuseWaiting } from '#join-requests/index.ts'
import { cancelComing } from '#meetings/index.ts'
import { endNotices } from '#notices/index.ts'
import type { ClosingStep } from '#organizations/index.ts'

type Needed = Parameters<typeof endBroadcasts>[0]

/** What ends when an organization closes, in this order. Calls end by themselves: their chats are read-only then. */
export const createClosingSteps = (context: Needed): readonly ClosingStep[] => [
  endLinks(context),
  refuseWaiting(context),
  cancelComing(context),
  endBroadcasts(context),
  unschedulePosts,
  endNotices,
]
