import { z } from 'zod'
import { audience, givenAudience } from './audience.ts'
import { fileId, groupId, noticeId, noticeUnitId, organizationId } from './ids.ts'
import { attachment, MAX_ATTACHMENTS, MAX_TEXT } from './messages.ts'

/** What is wanted of whoever gets it: to have read it, «ознакомлен(а)», «согласен(на)» or not, or one of several. */
export const noticeAsks = z.enum(['read', 'acknowledge', 'agree', 'choice'])
export type NoticeAsks = z.infer<typeof noticeAsks>

/** Whose the answer is: each person's own, or one for each child, by any of its guardians. */
export const noticePer = z.enum(['person', 'child'])
export type NoticePer = z.infer<typeof noticePer>

/** Why it may disturb at night; the journal keeps it. */
export const noticeUrgency = z.enum(['safety', 'health', 'closing', 'weather', 'other'])
export type NoticeUrgency = z.infer<typeof noticeUrgency>

export const MAX_NOTICE_TITLE = 120
export const MAX_NOTICE_OPTIONS = 8
export const MAX_NOTICE_OPTION = 80

/** By one author: who has more to say writes it into one. */
export const MAX_NOTICES_A_DAY = 20

export const noticeState = z.enum(['open', 'over', 'withdrawn'])
export type NoticeState = z.infer<typeof noticeState>

/** `choice`: 0 «прочитано», «ознакомлен(а)», «согласен(на)» or the first option; 1 «не согласен(на)» or the second … */
export const noticeChoice = z
  .int()
  .min(0)
  .max(MAX_NOTICE_OPTIONS - 1)

export const noticeAnswer = z.object({
  choice: noticeChoice,
  /** Raised by each change: whoever changes an answer says which one they saw. */
  rev: z.int().positive(),
  answeredAt: z.iso.datetime(),
  /** Who gave it, as others see them. */
  by: z.string(),
  isOwn: z.boolean(),
  /** Brought on paper, and entered by the staff. */
  isOnPaper: z.boolean(),
})
export type NoticeAnswer = z.infer<typeof noticeAnswer>

/** One answer that is wanted of the reader: their own, or for a child of theirs. */
export const noticeUnit = z.object({
  id: noticeUnitId,
  /** The child's name; null for one's own answer. */
  child: z.string().nullable(),
  answer: noticeAnswer.nullable(),
})
export type NoticeUnit = z.infer<typeof noticeUnit>

/** How far it has come; only for those who look after it. */
export const noticeProgress = z.object({
  asked: z.int().nonnegative(),
  answered: z.int().nonnegative(),
  /** Families nobody of whom is here: a slip of paper reaches them. */
  withoutApp: z.int().nonnegative(),
  /** How many chose what, by the number of the choice. */
  choices: z.array(z.int().nonnegative()),
})
export type NoticeProgress = z.infer<typeof noticeProgress>

export const notice = z.object({
  id: noticeId,
  organizationId,
  title: z.string(),
  text: z.string(),
  attachments: z.array(attachment),
  asks: noticeAsks,
  options: z.array(z.string()),
  per: noticePer,
  audience,
  state: noticeState,
  deadlineAt: z.iso.datetime(),
  urgency: noticeUrgency.nullable(),
  isMailed: z.boolean(),
  /** Of anything in it. */
  rev: z.int().positive(),
  /** Raised when it was corrected after the first answer, and asks anew. */
  version: z.int().positive(),
  sentAt: z.iso.datetime(),
  correctedAt: z.iso.datetime().nullable(),
  /** Why it was withdrawn. */
  word: z.string(),
  author: z.string(),
  isOwn: z.boolean(),
  /** The reader was reminded of it, and has not answered since. */
  isReminded: z.boolean(),
  /** Empty for whoever only looks after it. */
  units: z.array(noticeUnit),
  /** Null for everybody it is merely for. */
  progress: noticeProgress.nullable(),
  mayChange: z.boolean(),
})
export type Notice = z.infer<typeof notice>

/** What it said before it was changed. */
export const noticeWording = z.object({
  title: z.string(),
  text: z.string(),
  asks: noticeAsks,
  options: z.array(z.string()),
  /** What the files were called that it held. */
  files: z.array(z.string()),
  replacedAt: z.iso.datetime(),
  /** How many answered to that. */
  answers: z.int().nonnegative(),
})
export type NoticeWording = z.infer<typeof noticeWording>

/** What those who look after it see besides. */
export const noticeFollowing = z.object({
  groups: z.array(
    z.object({
      id: groupId,
      name: z.string(),
      asked: z.int().nonnegative(),
      answered: z.int().nonnegative(),
      withoutApp: z.int().nonnegative(),
    }),
  ),
  /** Newest first. */
  wordings: z.array(noticeWording),
  letters: z.object({ sent: z.int(), waiting: z.int(), failed: z.int() }),
  remindedAt: z.iso.datetime().nullable(),
  /** Null: it may be reminded of at once. */
  mayRemindAt: z.iso.datetime().nullable(),
  remindersLeft: z.int().nonnegative(),
  hasMail: z.boolean(),
})
export type NoticeFollowing = z.infer<typeof noticeFollowing>

export const noticeReceiver = z.object({
  id: noticeUnitId,
  /** As documents have it; a child as the group's teacher writes it. */
  name: z.string(),
  /** «мама Вани», a position; of a child: whose parents are here. */
  label: z.string(),
  groups: z.array(z.string()),
  isChild: z.boolean(),
  /** Nobody of the family is here. */
  isWithoutApp: z.boolean(),
  hasLeft: z.boolean(),
  remindedAt: z.iso.datetime().nullable(),
  answer: noticeAnswer.nullable(),
})
export type NoticeReceiver = z.infer<typeof noticeReceiver>

export const requiredText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((given) => given !== '', { params: { code: 'required' } })

const rev = z.int().positive()

/** Rules that hold between fields: options only where one is chosen; for children only where there are some. */
const isConsistent = (options: readonly string[], asks: NoticeAsks) =>
  asks !== 'choice' || (options.length >= 2 && new Set(options).size === options.length)

export const givenNotice = z
  .strictObject({
    title: requiredText(MAX_NOTICE_TITLE),
    text: z.string().trim().max(MAX_TEXT).default(''),
    fileIds: z.array(fileId).max(MAX_ATTACHMENTS).default([]),
    asks: noticeAsks,
    options: z.array(requiredText(MAX_NOTICE_OPTION)).max(MAX_NOTICE_OPTIONS).default([]),
    per: noticePer.default('person'),
    audience: givenAudience,
    deadlineAt: z.iso.datetime(),
    urgency: noticeUrgency.nullable().default(null),
    /** To those as well by letter who have an address. */
    isMailed: z.boolean().default(false),
    /** What was changed; null for a new one. */
    rev: rev.nullable().default(null),
    /** Yes, those who have answered are to be asked again. */
    asksAgain: z.boolean().default(false),
  })
  .refine(({ options, asks }) => isConsistent(options, asks), { path: ['options'], params: { code: 'options' } })
  .refine(({ per, audience: { kind } }) => per === 'person' || kind === 'parents' || kind === 'groups', {
    path: ['per'],
    params: { code: 'no-children' },
  })
  .transform((given) => ({ ...given, options: given.asks === 'choice' ? given.options : [] }))
export type GivenNotice = z.input<typeof givenNotice>
