import type { Message } from '@kolosok/contract'
import type { ChatContext } from '#chats/index.ts'
import { changeMessage, type MessageTarget, updatePoll } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { StoredPoll } from '#platform/schema/chats.ts'
import { choiceOf } from '#polls/index.ts'
import { listVotes, replaceVote } from './store.ts'

type Input = MessageTarget & { readonly options: readonly number[] }

/** Sets the actor's choice; the counts on the message are made anew from all votes. */
export function vote(context: ChatContext, actor: Actor, { options, ...target }: Input): Promise<Message> {
  return changeMessage(context, actor, target, {
    action: 'vote',
    isDone: ({ poll }) => poll !== null && isChosen(poll, actor.accountId, choiceOf(poll, options)),
    write: async (tx, message, turn) => {
      if (!message.poll) throw new Error('A poll without a question')
      await replaceVote(tx, message.id, { accountId: actor.accountId, options: choiceOf(message.poll, options) })
      return updatePoll(tx, message.id, turn, count(message.poll, await listVotes(tx, message.id)))
    },
  })
}

function isChosen(poll: StoredPoll, voter: Actor['accountId'], chosen: readonly number[]): boolean {
  return poll.chosenBy.every((voters, option) => voters.includes(voter) === chosen.includes(option))
}

function count(poll: StoredPoll, votes: Awaited<ReturnType<typeof listVotes>>): StoredPoll {
  const chosenBy = poll.options.map((_, option) =>
    votes.filter((one) => one.options.includes(option)).map(({ accountId }) => accountId),
  )
  return { ...poll, chosenBy, voters: votes.length }
}
