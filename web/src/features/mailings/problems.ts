import type { ProblemCode } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

const sentences = {
  'nothing-to-send': 'problem.nothing',
  'way-off': 'problem.way-off',
  'invitation-over': 'problem.over',
} as const satisfies Partial<Record<ProblemCode, string>>

/** Why it was not sent, in a sentence that says what to do next. */
export function sentenceOf(error: unknown): string {
  const body = error instanceof ApiProblem ? error.body : null
  if (body?.code === 'sent-enough-today') {
    const { left, most = '' } = body.params ?? {}
    return left === undefined ? t('problem.address-enough') : t('problem.enough', { left, most })
  }
  const sentence =
    body && (sentences as Partial<Record<ProblemCode, (typeof sentences)[keyof typeof sentences]>>)[body.code]
  return t(sentence ?? 'problem.failed')
}

/** Which of the typed lines are no addresses, by their place. */
export function badLines(error: unknown): number[] {
  const errors = error instanceof ApiProblem ? (error.body.errors ?? []) : []
  return errors.flatMap(({ pointer }) => {
    const place = /^#\/addresses\/(\d+)/.exec(pointer)?.[1]
    return place === undefined ? [] : [Number(place)]
  })
}
