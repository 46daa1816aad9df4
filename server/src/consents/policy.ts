import type { ConsentAsks, ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type PurposeFacts = {
  /** Of the reader, in the organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  readonly asks: ConsentAsks
  readonly isClosed: boolean
  /** The reader is asked themselves, for themselves or a child. */
  readonly isAsked: boolean
}

/** One of those it is about, as the reader stands to them; `other`: of whom they do not learn that they are asked. */
export type UnitStanding = 'own' | 'followed' | 'other'

export type ConsentVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden' | 'consent-closed'>

const isOffice = ({ roles }: PurposeFacts) => roles.some((role) => ['admin', 'head', 'management'].includes(role))

/** The office all of it; a confirmed teacher what concerns the children of own groups, to know whom not to photograph. */
const follows = (purpose: PurposeFacts) =>
  isOffice(purpose) || (purpose.roles.includes('teacher') && purpose.asks === 'children')

function seeing(purpose: PurposeFacts, isAllowed: boolean): ConsentVerdict {
  if (purpose.roles.length === 0 || !(purpose.isAsked || follows(purpose))) return 'not-found'
  return isAllowed ? 'allow' : 'forbidden'
}

const whileAsked = (purpose: PurposeFacts, verdict: ConsentVerdict): ConsentVerdict =>
  verdict === 'allow' && purpose.isClosed ? 'consent-closed' : verdict

function onUnit(purpose: PurposeFacts, unit: UnitStanding, isAllowed: boolean): ConsentVerdict {
  if (purpose.roles.length === 0 || unit === 'other') return 'not-found'
  return whileAsked(purpose, isAllowed ? 'allow' : 'forbidden')
}

export const purposePolicy = {
  /** Who has decided what. Whoever is merely asked learns of nobody else. */
  follow: (purpose: PurposeFacts) => seeing(purpose, follows(purpose)),
  /** Words it otherwise, asks no more. */
  change: (purpose: PurposeFacts) => seeing(purpose, isOffice(purpose)),
} as const
export type PurposeAction = keyof typeof purposePolicy

export const unitPolicy = {
  /** For oneself or a child of one's own; nobody decides for others on screen. */
  decide: (purpose: PurposeFacts, unit: UnitStanding) => onUnit(purpose, unit, unit === 'own'),
  /** What was signed on paper; the office keeps it. */
  enterPaper: (purpose: PurposeFacts, unit: UnitStanding) => onUnit(purpose, unit, isOffice(purpose)),
} as const
export type UnitAction = keyof typeof unitPolicy

/** All of it, or only own groups. */
export const followsAll = isOffice
