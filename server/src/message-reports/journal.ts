import type { ReportRow } from './store.ts'

/** What the journal says it was about. */
export const aboutPlace = ({ placeKind, placeId }: Pick<ReportRow, 'placeKind' | 'placeId'>) =>
  ({
    direct: { subjectKind: 'chat', subjectId: placeId },
    group: { subjectKind: 'chat', subjectId: placeId },
    channel: { subjectKind: 'channel', subjectId: placeId, details: { kind: 'comment' } },
    broadcast: { subjectKind: 'broadcast', subjectId: placeId, details: { kind: 'broadcast' } },
  })[placeKind]
