import type { Invitation } from '@kolosok/contract'
import { deliveriesOf } from './invitation-facts.ts'
import classes from './invitations.module.css'

export function InvitationDeliveries({ invitation }: { invitation: Invitation }) {
  return deliveriesOf(invitation).map(({ text, hasFailed }) => (
    <div key={text} className={classes.muted} data-bad={hasFailed || undefined}>
      {text}
    </div>
  ))
}
