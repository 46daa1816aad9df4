/**
 * What becomes of each column that names an account when that account becomes a part of another one. A new one fails a
 * test until it stands here. `moves`: names the one that is kept from then on. `merges`: both may have a row of their own,
 * so it has a rule of its own. `stays`: goes on naming the one that was, with the reason beside it.
 */
export const accountReferences = {
  'access_entry.about_account_id': 'stays', // Append-only.
  'access_entry.reader_id': 'stays', // Append-only.
  'account.merged_into': 'merges',
  'account_deletion.account_id': 'stays', // A deleted account has no way in, so nobody proves it.
  'account_merge.ended_id': 'stays', // It says so itself.
  'account_merge.kept_id': 'moves',
  'admin_order.entered_by': 'stays', // Append-only.
  'application.claimed_by': 'moves',
  'application_step.account_id': 'moves',
  'awaited_operator.added_by': 'moves',
  'broadcast.host_id': 'moves',
  'broadcast_message.account_id': 'moves',
  'broadcast_person.account_id': 'merges',
  'broadcast_question.account_id': 'moves',
  'broadcast_visit.account_id': 'moves',
  'calendar_feed.account_id': 'merges',
  'call.started_by': 'moves',
  'call_person.account_id': 'merges',
  'call_person.let_in_by': 'moves',
  'call_person.removed_by': 'moves',
  'call_visit.account_id': 'moves',
  'channel_position.account_id': 'merges',
  'chat.first_account_id': 'merges',
  'chat.owner_id': 'moves',
  'chat.second_account_id': 'merges',
  'chat_member.account_id': 'merges',
  'closing.closed_by': 'moves',
  'closing.reopened_by': 'moves',
  'comment_position.account_id': 'merges',
  'confirmation.decided_by': 'moves',
  'consent.account_id': 'moves',
  'consent_decision.account_id': 'merges',
  'consent_decision.decided_by': 'moves',
  'consent_text.written_by': 'moves',
  'data_export.account_id': 'stays', // An archive of what was the other's, gone within a week.
  'file.uploader_id': 'moves',
  'guest.let_in_by': 'moves',
  'guest.removed_by': 'moves',
  'guest_link.made_by': 'moves',
  'import.created_by': 'moves',
  'incident.entered_by': 'moves',
  'invitation.revoked_by': 'moves',
  'invitation_use.account_id': 'stays', // Append-only.
  'join_request.account_id': 'moves',
  'join_request.decided_by': 'moves',
  'lesson_task.set_by': 'moves',
  'lesson_work.answered_by': 'moves',
  'lesson_work.handed_by': 'moves',
  'local_act_edition.edited_by': 'moves',
  'local_act_event.account_id': 'moves',
  'mailing.created_by': 'moves',
  'meeting.organizer_id': 'moves',
  'meeting_answer.account_id': 'merges',
  'meeting_attendance.account_id': 'merges',
  'meeting_attendance.marked_by': 'moves',
  'meeting_guest.added_by': 'moves',
  'meeting_protocol.edited_by': 'moves',
  'meeting_protocol.signed_by': 'moves',
  'meeting_person.account_id': 'merges',
  'material.added_by': 'moves',
  'material_version.added_by': 'moves',
  'membership.account_id': 'merges',
  'membership.confirmed_by': 'moves',
  'message_report.decided_by': 'moves',
  'message_report.reporter_id': 'merges',
  'notice.author_id': 'moves',
  'notice_answer.answered_by': 'moves',
  'notice_receiver.account_id': 'merges',
  'operator.account_id': 'stays', // An operator's account is never merged.
  'operator.added_by': 'moves',
  'personal_code.account_id': 'stays', // Ways back into what is no way in any more; they are revoked.
  'personal_code.created_by': 'moves',
  'personal_code.used_by': 'moves',
  'phone_change.account_id': 'moves', // Over; deleted with the one that is left.
  'phone_change.requested_by': 'moves',
  'phone_change_agreement.account_id': 'moves',
  'poll_vote.account_id': 'merges',
  'post.author_id': 'moves',
  'post_comment.author_id': 'moves',
  'post_vote.account_id': 'merges',
  'recording.started_by': 'moves',
  'roll_over.applied_by': 'moves',
  'roll_over.created_by': 'moves',
  'roll_over_member.account_id': 'merges',
  'session.account_id': 'moves', // Ended; the journal tells its device, and it is deleted with the one that is left.
  'sign_in_code.account_id': 'stays', // Minutes old, and good for nothing without a session.
  'statistics_report.compiled_by': 'moves',
  'statistics_report.decided_by': 'moves',
  'statistics_report.submitted_by': 'moves',
  'substitution.named_by': 'moves',
  'ticket.asker_id': 'moves',
  'ticket.assignee_id': 'moves',
  'ticket_entry.assignee_id': 'moves',
  'ticket_entry.author_id': 'moves',
  'certificate.account_id': 'merges',
  'webinar.announced_by': 'moves',
  'webinar_registration.account_id': 'merges',
} as const satisfies Record<string, 'moves' | 'merges' | 'stays'>

/** The same for memberships of one role in one organization, of which one goes on and the other one has ended. */
export const membershipReferences = {
  'admin_order.membership_id': 'stays', // Append-only; the former membership is the same person's.
  'chat_member.membership_id': 'merges',
  'confirmation.membership_id': 'merges',
  'group_committee.membership_id': 'merges',
  'group_teacher.membership_id': 'merges',
  'guardianship.membership_id': 'merges',
  'invitation.created_by': 'moves',
  'invitation_use.membership_id': 'stays', // Append-only.
  'substitution.membership_id': 'merges',
} as const satisfies Record<string, 'moves' | 'merges' | 'stays'>
