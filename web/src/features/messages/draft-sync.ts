import { type ChatId, type Draft as ServerDraft, draftEndpoints, MAX_TEXT } from '@kolosok/contract'
import { ApiProblem, call } from '#lib/api.ts'
import { type Draft, localData } from '#lib/local-data.ts'

/** Nobody is told of every letter. */
const PAUSE_MS = 1_000

type Written = Pick<Draft, 'text' | 'replyToId'>

const isEmpty = ({ text, replyToId }: Written) => text.trim() === '' && replyToId === null
const isSame = (a: Written, b: Written) => a.text === b.text && a.replyToId === b.replyToId

/** Writes down what stands in the field. Emptied, it leaves a trace for as long as the server may hold something. */
export async function keepDraft(chatId: ChatId, { text, replyToId }: Written): Promise<void> {
  await localData.transaction('rw', localData.drafts, async () => {
    const held = await localData.drafts.get(chatId)
    const next = { chatId, text, replyToId, writtenAt: Date.now(), isTold: false, isKnown: held?.isKnown ?? false }
    if (held && isSame(held, next)) return
    if (isEmpty(next) && !next.isKnown) await localData.drafts.delete(chatId)
    else await localData.drafts.put(next)
  })
}

/** What another device has written; never over what was written here and is not told yet. */
export async function takeDraft(chatId: ChatId, theirs: ServerDraft | null): Promise<void> {
  await localData.transaction('rw', localData.drafts, async () => {
    const held = await localData.drafts.get(chatId)
    if (held && !held.isTold) return
    if (!theirs) {
      await localData.drafts.delete(chatId)
      return
    }
    if (held && (isSame(held, theirs) || Date.parse(theirs.writtenAt) < held.writtenAt)) return
    await localData.drafts.put(asHeld(chatId, theirs))
  })
}

const asHeld = (chatId: ChatId, { text, replyToId, writtenAt }: ServerDraft): Draft => ({
  chatId,
  text,
  replyToId,
  writtenAt: Date.parse(writtenAt),
  isTold: true,
  isKnown: true,
})

let pause: ReturnType<typeof setTimeout> | undefined
let telling: Promise<void> | undefined
let isWanted = false

/** Once nobody has typed for a moment. */
export function tellDraftsSoon(): void {
  clearTimeout(pause)
  pause = setTimeout(() => void tellDrafts(), PAUSE_MS)
}

/** Tells the server what was written here, one after another. What does not get through waits for the next occasion. */
export function tellDrafts(): Promise<void> {
  clearTimeout(pause)
  isWanted = true
  telling ??= tellAll().finally(() => (telling = undefined))
  return telling
}

async function tellAll(): Promise<void> {
  while (isWanted) {
    isWanted = false
    // Too long to be sent, it is too long to be kept elsewhere.
    const untold = await localData.drafts.filter(({ isTold, text }) => !isTold && text.length <= MAX_TEXT).toArray()
    for (const draft of untold) if (!(await tell(draft))) return
  }
}

/** False when the server could not be reached. */
async function tell(draft: Draft): Promise<boolean> {
  const { chatId, text, replyToId, writtenAt } = draft
  await localData.drafts.where({ chatId }).modify({ isKnown: true })
  try {
    const body = { text, replyToId, ageMs: Math.max(0, Date.now() - writtenAt) }
    const answer = await call(draftEndpoints.keep, { params: { chatId }, body })
    await settle(draft, answer.draft)
    return true
  } catch (error) {
    const isFinal = error instanceof ApiProblem && error.body.status < 500 && ![401, 429].includes(error.body.status)
    if (isFinal) await localData.drafts.where({ chatId }).modify({ isTold: true })
    return isFinal
  }
}

async function settle(draft: Draft, stands: ServerDraft | null): Promise<void> {
  const { chatId } = draft
  await localData.transaction('rw', localData.drafts, async () => {
    const held = await localData.drafts.get(chatId)
    if (!held || !isSame(held, draft)) return // Typed on meanwhile: told next.
    if (!stands && isEmpty(draft)) await localData.drafts.delete(chatId)
    // Sent or emptied on another device meanwhile: what was written on this one may be something else, and stays.
    else if (!stands) await localData.drafts.put({ ...draft, writtenAt: Date.now() })
    else if (isSame(draft, stands) || isEmpty(draft) || stands.text.includes(draft.text))
      await localData.drafts.put(asHeld(chatId, stands))
    else await localData.drafts.put({ ...withBoth(draft, stands), writtenAt: Date.now() })
  })
  if (stands ? !isSame(draft, stands) : !isEmpty(draft)) isWanted = true
}

/** Written here without network, while another device wrote something newer: nothing of either is lost. */
const withBoth = (draft: Draft, stands: ServerDraft): Draft => ({
  ...draft,
  text: [stands.text, draft.text].filter((text) => text !== '').join('\n\n'),
  replyToId: stands.replyToId ?? draft.replyToId,
})
