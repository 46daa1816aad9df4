import type { ReportedPlace } from '@kolosok/contract'
import { t } from './texts.ts'

export const placeName = ({ kind, title }: ReportedPlace): string => t(`place.${kind}`, { title })

/** What it was that was said there; chosen by it in the sentences. */
export const kindOf = ({ kind }: ReportedPlace): 'comment' | 'message' => (kind === 'channel' ? 'comment' : 'message')
