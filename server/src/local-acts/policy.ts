import {
  type LocalActAudience,
  type LocalActKind,
  type LocalActState,
  type LocalActStep,
  type ProblemCode,
  stepsToForce,
} from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type EditionFacts = {
  /** In the organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  readonly kind: LocalActKind
  readonly audience: LocalActAudience
  readonly hearsParents: boolean
  readonly state: LocalActState
  /** A day to come into force is set; until it has come, the state is still `approved`. */
  readonly hasDay: boolean
  /** Another edition follows this one, in whichever state. */
  readonly hasNext: boolean
}

export type LocalActVerdict =
  | 'allow'
  | Extract<
      ProblemCode,
      | 'not-found'
      | 'forbidden'
      | 'local-act-not-draft'
      | 'local-act-step'
      | 'local-act-not-in-force'
      | 'local-act-has-next'
    >

type Facts = Pick<EditionFacts, 'roles'>
const isEditor = ({ roles }: Facts) => roles.some((role) => ['admin', 'head', 'management'].includes(role))
const isHead = ({ roles }: Facts) => roles.includes('head')

const readers: Record<LocalActAudience, (role: OrganizationRole) => boolean> = {
  all: () => true,
  staff: (role) => role !== 'parent' && role !== 'student',
  parents: (role) => role === 'parent',
}

const wasInForce = ({ state }: EditionFacts) => ['in-force', 'superseded', 'repealed'].includes(state)
/** What was in force once stays readable for those it was for. */
const sees = (edition: EditionFacts) =>
  isEditor(edition) || (wasInForce(edition) && edition.roles.some(readers[edition.audience]))

function seeing(edition: EditionFacts, isAllowed: boolean): LocalActVerdict {
  if (edition.roles.length === 0 || !sees(edition)) return 'not-found'
  return isAllowed ? 'allow' : 'forbidden'
}

const when = (verdict: LocalActVerdict, isSo: boolean, otherwise: LocalActVerdict): LocalActVerdict =>
  verdict === 'allow' && !isSo ? otherwise : verdict

const stepsOf = ({ kind, hearsParents }: Pick<EditionFacts, 'kind' | 'hearsParents'>) =>
  stepsToForce(kind, hearsParents)

/** How many of its steps are behind it. */
function stepsDone(edition: EditionFacts): number {
  if (wasInForce(edition) || edition.hasDay) return stepsOf(edition).length
  if (edition.state === 'draft') return 0
  return stepsOf(edition).indexOf(edition.state as LocalActStep) + 1
}

export const nextStepOf = (edition: EditionFacts): LocalActStep | null => stepsOf(edition)[stepsDone(edition)] ?? null

const headsOwn = (step: LocalActStep) => step === 'approved' || step === 'in-force'
const takes = (edition: EditionFacts, step: LocalActStep) => (headsOwn(step) ? isHead : isEditor)(edition)

export const localActPolicy = {
  see: (edition: EditionFacts) => seeing(edition, true),
  /** Its history, and who has acknowledged it. */
  follow: (edition: EditionFacts) => seeing(edition, isEditor(edition)),
  edit: (edition: EditionFacts) =>
    when(seeing(edition, isEditor(edition)), edition.state === 'draft', 'local-act-not-draft'),
  remove: (edition: EditionFacts) =>
    when(seeing(edition, isEditor(edition)), edition.state === 'draft', 'local-act-not-draft'),
  beginNext: (edition: EditionFacts) =>
    when(
      when(seeing(edition, isEditor(edition)), wasInForce(edition), 'local-act-not-in-force'),
      !edition.hasNext,
      'local-act-has-next',
    ),
  /** Before it is in force; what the head has approved, the head takes back. */
  returnToDraft: (edition: EditionFacts) =>
    when(
      seeing(edition, edition.state === 'approved' ? isHead(edition) : isEditor(edition)),
      ['adopted', 'heard', 'approved'].includes(edition.state) && !edition.hasNext,
      'local-act-step',
    ),
  acknowledge: (edition: EditionFacts) =>
    when(seeing(edition, isEditor(edition)), edition.state === 'in-force', 'local-act-not-in-force'),
  /** Without another one in its place, or mended; an edition that is being prepared would take its place. */
  repeal: (edition: EditionFacts) =>
    when(
      when(
        seeing(edition, isHead(edition)),
        edition.state === 'in-force' || edition.state === 'repealed',
        'local-act-not-in-force',
      ),
      !edition.hasNext,
      'local-act-has-next',
    ),
} as const

export type LocalActAction = keyof typeof localActPolicy

/** The next one is taken, those behind it are corrected; none is jumped over. */
export function stepPolicy(edition: EditionFacts, step: LocalActStep): LocalActVerdict {
  const place = stepsOf(edition).indexOf(step)
  const verdict = seeing(edition, takes(edition, step))
  return when(verdict, place >= 0 && place <= stepsDone(edition) && mayMove(edition, step), 'local-act-step')
}

/** The day of what has given way to another one, or was repealed, moves nothing any more. */
const mayMove = (edition: EditionFacts, step: LocalActStep) =>
  step !== 'in-force' || edition.state === 'approved' || edition.state === 'in-force'

/** Steps that are behind it, whose number or date this reader may mend. */
export const correctableSteps = (edition: EditionFacts): LocalActStep[] =>
  stepsOf(edition)
    .slice(0, stepsDone(edition))
    .filter((step) => stepPolicy(edition, step) === 'allow')

/** Before there is one. */
export const mayBegin = (facts: Facts): boolean => isEditor(facts)
