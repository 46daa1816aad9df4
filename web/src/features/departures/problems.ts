import { departureObstacle } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

type Problems = { readonly fields: Readonly<Record<string, string>>; readonly sentence: string | null }

/** What is in the way: beside the fields, and as a whole. */
export function problemsOf(error: unknown): Problems {
  if (!error) return { fields: {}, sentence: null }
  if (!(error instanceof ApiProblem)) return { fields: {}, sentence: t('failed') }
  const { code, errors } = error.body
  if (code === 'invalid-request' && errors) {
    const fields = errors.map(({ pointer, code: field }) => [pointer.slice(2), sentenceOfField(field)])
    return { fields: Object.fromEntries(fields) as Record<string, string>, sentence: null }
  }
  const obstacle = departureObstacle.options.find((name) => name === code)
  const meanwhile = code === 'not-found' || code === 'forbidden'
  return { fields: {}, sentence: obstacle ? t(`obstacle.${obstacle}`) : t(meanwhile ? 'changed' : 'failed') }
}

const sentenceOfField = (code: string) => t(code === 'required' ? 'field.required' : 'field.not-a-candidate')
