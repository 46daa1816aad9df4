import { CHANGEABLE_FOR_MS, type Chat, type Message } from '@kolosok/contract'

/** What is not offered any more; the server has the last word. */
export const mayStillChange = ({ sentAt }: Message, { kind }: Pick<Chat, 'kind'>, now = Date.now()): boolean =>
  kind === 'saved' || now - Date.parse(sentAt) < CHANGEABLE_FOR_MS
