import type { AudienceKind } from '@kolosok/contract'
import { t } from './texts.ts'

export { AudienceField } from './audience-field.tsx'

/** Whom it is for, in a word or two. */
export const audienceName = (kind: AudienceKind): string => t(kind)
