import { mailingEndpoints, type MailingId } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'

/** Two letters to new colleagues: one goes out, the other shows what a mistyped address looks like. */
export async function writeToColleagues({ administrator, organizationId }: Founded): Promise<void> {
  await administrator.call(mailingEndpoints.send, {
    params: { organizationId, mailingId: newId<MailingId>() },
    body: { to: 'staff', addresses: ['vetrova@kolosok.example', 'muzyka@kolosok.invalid'], position: 'воспитатель' },
  })
}
