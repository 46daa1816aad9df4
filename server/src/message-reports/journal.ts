import type { ReportRow } from './store.ts'

/** What the journal says it was about. */
export const aboutPlace = ({ placeKind, placeId }: Pick<ReportRow, 'placeKind' | 'placeId'>) =>
  placeKind === 'channel'
    ? { subjectKind: 'channel', subjectId: placeId, details: { kind: 'comment' } }
    : { subjectKind: 'chat', subjectId: placeId }
