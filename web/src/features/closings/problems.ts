import { problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = ['organization-closed', 'organization-erased', 'forbidden', 'not-found'] as const

export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)
