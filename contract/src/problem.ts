import { z } from 'zod'

/** Every failure the API can name, with its HTTP status. A code is never renamed or reused. */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'not-signed-in': { status: 401, title: 'Sign in to continue' },
  'forbidden': { status: 403, title: 'You may not do this' },
  'wrong-origin': { status: 403, title: 'The request came from another page' },
  'not-found': { status: 404, title: 'Not found' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'body-too-large': { status: 413, title: 'The request is too large' },
  'internal': { status: 500, title: 'Something went wrong' },
  'unavailable': { status: 503, title: 'Not available right now' },

  // Signing in
  'way-off': { status: 409, title: 'Codes are not sent this way here' },
  'code-sent-recently': { status: 429, title: 'A code was sent a moment ago' },
  'code-wrong': { status: 409, title: 'This is not the code' },
  'code-late': { status: 409, title: 'This code is too old' },
  'code-spent': { status: 409, title: 'This code does not work any more' },
  'too-many-attempts': { status: 429, title: 'Too many wrong codes; wait' },
  'personal-code-wrong': { status: 409, title: 'This is not a personal code for this number' },
  'personal-code-late': { status: 409, title: 'This personal code is too old' },
  'personal-code-used': { status: 409, title: 'This personal code was used already' },
  'number-has-account': { status: 409, title: 'This number has an account; its owner signs in' },
  'number-asleep': { status: 409, title: 'The account of this number has not been used for long' },
  'number-unproven': { status: 409, title: 'Somebody uses this number without having proven it' },
  'personal-code-early': { status: 409, title: 'This personal code works later' },
  'phone-same': { status: 409, title: 'This number is the account’s already' },
  'phone-change-waiting': { status: 409, title: 'A change of this number waits already' },
  'phone-change-over': { status: 409, title: 'This change of a number is past that' },
  'account-same': { status: 409, title: 'This is the account that is signed in' },
  'account-unknown': { status: 409, title: 'There is no account with this number' },
  'account-merged': { status: 409, title: 'One of these accounts is part of another one already' },
  'merge-operator': { status: 409, title: 'The account of an operator stays by itself' },
  'merge-pupil': { status: 409, title: 'A pupil and an adult are two people' },
  'merge-own-code': { status: 409, title: 'Whoever has made this code merges nothing by it' },
  'merge-in-call': { status: 409, title: 'One of the two is in a call' },
  'phone-proven': { status: 409, title: 'This account has a proven number' },
  'operator-link-spent': { status: 409, title: 'This link does not work any more' },
  'operator-already': { status: 409, title: 'This person is an operator already' },
  'last-operator': { status: 409, title: 'The last operator stays' },
  'export-waiting': { status: 409, title: 'An archive is being gathered already' },
  'still-member': { status: 409, title: 'This account still belongs to an organization' },
  'still-operator': { status: 409, title: 'This account is still an operator' },
  'backup-running': { status: 409, title: 'A backup is being made already' },

  // Invitations and confirmations
  'invitation-spent': { status: 410, title: 'This invitation has been used up' },
  'invitation-expired': { status: 410, title: 'This invitation has expired' },
  'invitation-revoked': { status: 410, title: 'This invitation was revoked' },
  'nothing-to-send': { status: 409, title: 'There is nobody to send this to' },
  'sent-enough-today': { status: 429, title: 'Enough invitations were sent today' },
  'invitation-over': { status: 409, title: 'This invitation opens nothing any more' },
  'join-request-decided': { status: 409, title: 'Somebody has decided this request already' },
  'too-many-join-requests': { status: 409, title: 'Enough of your requests are waiting' },
  'too-many-incidents': { status: 409, title: 'No more incidents are written down here' },
  'incident-changed': { status: 409, title: 'Somebody else has changed this incident meanwhile' },
  'consent-closed': { status: 409, title: 'This consent is not asked for any more' },
  'consent-changed': { status: 409, title: 'Somebody else has changed this meanwhile' },
  'consent-asked-already': { status: 409, title: 'The organization asks for this consent already' },
  'too-many-consents': { status: 409, title: 'An organization asks for no more consents than that' },
  'consent-outdated': { status: 409, title: 'The text of the consent has changed' },
  'already-confirmed': { status: 409, title: 'The status is confirmed already' },
  'confirmation-waiting': { status: 409, title: 'A request is waiting already' },
  'confirmation-decided': { status: 409, title: 'This request has been decided' },

  // Administrators
  'admin-already': { status: 409, title: 'This person is an administrator already' },
  'not-admin': { status: 409, title: 'This person is not an administrator' },
  'not-confirmed-teacher': { status: 409, title: 'Only confirmed staff can be appointed' },
  'head-stays': { status: 409, title: 'The head stays until another one is named' },
  'still-admin': { status: 409, title: 'An administrator is dismissed as such first' },
  'last-admin': { status: 409, title: 'The last administrator stays' },

  // Chats and messages
  'chat-read-only': { status: 409, title: 'This chat is read-only' },
  'chat-needs-owner': { status: 409, title: 'The owner hands the chat over before leaving it' },
  'chat-not-for-you': { status: 409, title: 'This chat is not for this person' },
  'only-staff': { status: 409, title: 'Only somebody of the staff can do that' },
  'message-deleted': { status: 409, title: 'This message was deleted' },
  'message-id-taken': { status: 409, title: 'This message id belongs to another message' },
  'edit-window-over': { status: 409, title: 'This message is too old to be changed' },
  'message-report-decided': { status: 409, title: 'Somebody has decided this report already' },
  'poll-closed': { status: 409, title: 'This poll is closed' },

  // Channels
  'channel-closed': { status: 409, title: 'This channel is closed' },
  'post-changed': { status: 409, title: 'This post has changed meanwhile' },
  'post-published': { status: 409, title: 'This post is published' },
  'post-not-published': { status: 409, title: 'This post is not published' },
  'comments-closed': { status: 409, title: 'This post takes no comments' },
  'poll-published': { status: 409, title: 'A published poll stays as it is' },
  'post-not-proposed': { status: 409, title: 'This post is not proposed' },
  'too-many-pins': { status: 409, title: 'Enough posts are pinned' },

  // Tickets
  'ticket-elsewhere': { status: 409, title: 'This ticket stands at the other desk' },
  'ticket-taken': { status: 409, title: 'Somebody else has taken this ticket' },
  'ticket-solved': { status: 409, title: 'This ticket is solved' },
  'ticket-not-solved': { status: 409, title: 'This ticket is not solved yet' },
  'ticket-stays': { status: 409, title: 'This ticket was written to the platform’s support alone' },
  'too-many-tickets': { status: 409, title: 'Enough of your tickets are open' },

  // Articles
  'article-changed': { status: 409, title: 'This article has changed meanwhile' },
  'article-own': { status: 409, title: 'This article did not come with the product' },
  'article-shipped': { status: 409, title: 'This article came with the product' },
  'too-many-articles': { status: 409, title: 'There are enough articles' },

  // Notices
  'notice-changed': { status: 409, title: 'This notice has changed meanwhile' },
  'notice-answered': { status: 409, title: 'Somebody has answered this notice already' },
  'notice-over': { status: 409, title: 'The deadline of this notice is over' },
  'notice-withdrawn': { status: 409, title: 'This notice was withdrawn' },
  'notice-answer-changed': { status: 409, title: 'Somebody has answered this meanwhile' },
  'notice-reminded': { status: 409, title: 'Those who have not answered were reminded already' },

  // Statistics reports
  'statistics-report-exists': { status: 409, title: 'There is a report for this period already' },
  'statistics-report-changed': { status: 409, title: 'This report has changed meanwhile' },
  'statistics-report-submitted': { status: 409, title: 'This report is with the head' },
  'statistics-report-decided': { status: 409, title: 'There is nothing to decide about this report' },

  // Meetings
  'meeting-changed': { status: 409, title: 'This meeting has changed meanwhile' },
  'meeting-over': { status: 409, title: 'This meeting is over' },
  'meeting-early': { status: 409, title: 'This meeting has not begun yet' },
  'meeting-cancelled': { status: 409, title: 'This meeting was cancelled' },
  'protocol-signed': { status: 409, title: 'The protocol of this meeting is signed' },
  'protocol-changed': { status: 409, title: 'Somebody has changed this protocol meanwhile' },
  'protocol-empty': { status: 409, title: 'Nothing that was decided is in this protocol' },
  'task-changed': { status: 409, title: 'Somebody has changed this task meanwhile' },
  'work-changed': { status: 409, title: 'Somebody has changed this work meanwhile' },
  'work-accepted': { status: 409, title: 'This work is accepted already' },
  'too-many-guests': { status: 409, title: 'This meeting has as many guests as it may' },

  // Local acts
  'too-many-local-acts': { status: 409, title: 'There are as many documents here as there can be' },
  'local-act-changed': { status: 409, title: 'Somebody has changed this act meanwhile' },
  'local-act-not-draft': { status: 409, title: 'This act is not a draft any more' },
  'local-act-step': { status: 409, title: 'This is not the step that comes next' },
  'local-act-not-in-force': { status: 409, title: 'This act is not in force' },
  'local-act-has-next': { status: 409, title: 'The next edition of this act is being prepared already' },

  // Calls
  'calls-unavailable': { status: 503, title: 'Calls are not available right now' },
  'call-ended': { status: 409, title: 'This call is over' },
  'call-id-taken': { status: 409, title: 'This call id belongs to another call' },
  'removed-from-call': { status: 403, title: 'You were removed from this call' },

  // Broadcasts
  'broadcast-changed': { status: 409, title: 'This broadcast has changed meanwhile' },
  'broadcast-early': { status: 409, title: 'The webinar this broadcast belongs to is still far away' },
  'broadcast-started': { status: 409, title: 'This broadcast has begun already' },
  'broadcast-not-live': { status: 409, title: 'This broadcast is not on now' },
  'broadcast-over': { status: 409, title: 'This broadcast is over' },
  'broadcast-cancelled': { status: 409, title: 'This broadcast was cancelled' },
  'recording-going-on': { status: 409, title: 'A recording is going on' },
  'recording-too-many': { status: 409, title: 'There are enough recordings of this' },
  'recordings-unavailable': { status: 503, title: 'Nothing can be recorded on this machine' },
  'recorders-busy': { status: 503, title: 'The machine records as much as it can' },
  'disk-low': { status: 503, title: 'There is too little room on the disk' },
  'broadcast-without-questions': { status: 409, title: 'This broadcast takes no questions' },
  'question-closed': { status: 409, title: 'This question was put away already' },
  'stage-full': { status: 409, title: 'There is no more room on the stage' },
  'too-many-questions': { status: 409, title: 'Enough of your questions are waiting' },

  // Webinars
  'webinar-changed': { status: 409, title: 'This webinar has changed meanwhile' },
  'webinar-draft': { status: 409, title: 'This webinar is not announced yet' },
  'webinar-published': { status: 409, title: 'This webinar is announced already' },
  'webinar-early': { status: 409, title: 'This webinar has not begun yet' },
  'webinar-not-over': { status: 409, title: 'This webinar is not over yet' },
  'webinar-without-certificates': { status: 409, title: 'No certificates are given for this webinar' },
  'certificate-issued': { status: 409, title: 'Some of these have a certificate' },
  'webinar-begun': { status: 409, title: 'This webinar has begun already' },
  'webinar-over': { status: 409, title: 'This webinar is over' },
  'too-many-webinars': { status: 409, title: 'There are enough webinars to come' },
  'webinar-cancelled': { status: 409, title: 'This webinar was called off' },

  // Applications
  'application-decided': { status: 409, title: 'This application is past that' },
  'application-changed': { status: 409, title: 'This application has changed meanwhile' },

  // Files
  'file-refused': { status: 422, title: 'This file is not taken' },
  'upload-offset-wrong': { status: 409, title: 'The upload goes on from another place' },
  'too-many-uploads': { status: 409, title: 'Too many uploaded files are not used yet' },

  // Organization, groups, children
  'organization-closed': { status: 409, title: 'This organization is closed; it can only be read' },
  'organization-erased': { status: 409, title: 'The data of this organization has been erased' },
  'staff-group-stays': { status: 409, title: 'The staff group stays as it is' },
  'group-archived': { status: 409, title: 'This group is in the archive' },
  'group-name-taken': { status: 409, title: 'Another group has this name' },
  'group-not-empty': { status: 409, title: 'There are still children in this group' },
  'substitution-over': { status: 409, title: 'This substitution is over' },
  'group-holds-groups': { status: 409, title: 'There are still groups in this group' },
  'child-left': { status: 409, title: 'This child is not in any group any more' },
  'child-elsewhere': { status: 409, title: 'This child is not in that group now' },
  'import-has-bad-lines': { status: 409, title: 'Some lines have to be mended or left out first' },
  'import-empty': { status: 409, title: 'There is nothing to bring in' },
  'import-over': { status: 409, title: 'This import is past that' },
  'import-outdated': { status: 409, title: 'The structure has changed since this list was looked at' },
  'import-in-use': { status: 409, title: 'Somebody has joined by what this import brought in' },
  'roll-over-over': { status: 409, title: 'This roll-over is past that' },
  'roll-over-changed': { status: 409, title: 'The structure has changed since this roll-over was looked at' },
  'roll-over-faulty': { status: 409, title: 'Some groups of this roll-over have to be planned otherwise first' },
  'roll-over-empty': { status: 409, title: 'Nothing would change' },
  'roll-over-late': { status: 409, title: 'This roll-over was too long ago to be undone' },
  'roll-over-in-use': { status: 409, title: 'Some have gone on from where this roll-over left them' },
  'too-many-notices': { status: 409, title: 'As many notices as one may send in a day were sent' },
  'material-changed': { status: 409, title: 'Somebody changed this material meanwhile' },
  'material-folder-full': { status: 409, title: 'This folder holds as much as it can' },
  'too-many-material-folders': { status: 409, title: 'There are as many folders here as there can be' },
  'too-many-versions': { status: 409, title: 'This file has as many versions as it can' },
  'role-held-already': { status: 409, title: 'This person holds that role here already' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** One bad field. `code` and `params` choose the sentence on screen; `detail` is for developers. */
export const fieldError = z.object({
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type FieldError = z.infer<typeof fieldError>

/** RFC 9457 body. `type` is a stable URN; clients switch on `code`. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  instance: z.string().optional(),
  /** What the sentence on screen needs: seconds to wait, attempts left … */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(fieldError).optional(),
})
export type ProblemBody = z.infer<typeof problemBody>
