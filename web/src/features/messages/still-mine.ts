import { CHANGEABLE_FOR_MS, type Message } from '@kolosok/contract'

/** What is not offered any more; the server has the last word. */
export const mayStillChange = ({ sentAt }: Message, now = Date.now()): boolean =>
  now - Date.parse(sentAt) < CHANGEABLE_FOR_MS
