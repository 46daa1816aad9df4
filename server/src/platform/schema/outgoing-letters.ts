import type { OutgoingLetter } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

export type OutgoingLettersSchema = {
  outgoing_letter: {
    id: string
    about_id: string
    state: OutgoingLetter['state']
    reason: ColumnType<OutgoingLetter['reason'], OutgoingLetter['reason'] | undefined, OutgoingLetter['reason']>
    attempts: Generated<number>
    at: Date
  }
}
