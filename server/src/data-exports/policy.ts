import type { DataExport } from '@kolosok/contract'

export type ExportFacts = {
  readonly isAsker: boolean
  /** Of one's own data, or of an organization that one may still take away whole. */
  readonly mayHave: boolean
  readonly state: DataExport['state']
}

export const exportPolicy = {
  /** Somebody else's archive is not there, whoever asks; nor is one's own once the right to it is gone. */
  read: ({ isAsker, mayHave, state }: ExportFacts): 'allow' | 'not-found' =>
    isAsker && mayHave && state === 'ready' ? 'allow' : 'not-found',
}
