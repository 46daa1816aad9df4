import { nobodys, type Places } from '../place.ts'

/** What belongs to an account or to the installation: no organization takes it away, and none leaves without it. */
export const installation: Places = {
  account: nobodys,
  account_deletion: nobodys,
  account_merge: nobodys,
  article: nobodys,
  article_translation: nobodys,
  article_vote: nobodys,
  awaited_operator: nobodys,
  backup: nobodys,
  calendar_feed: nobodys,
  // By whatever refers to it.
  file: nobodys,
  incoming_letter: nobodys,
  mailbox: nobodys,
  mailed_application: nobodys,
  operator: nobodys,
  operator_link: nobodys,
  outgoing_letter: nobodys,
  phone_change: nobodys,
  rate_limit: nobodys,
  session: nobodys,
  sign_in_code: nobodys,
  uploaded_order: nobodys,
  // Seminars are the platform's, across organizations.
  certificate: nobodys,
  webinar: nobodys,
  webinar_material: nobodys,
  webinar_registration: nobodys,
}
