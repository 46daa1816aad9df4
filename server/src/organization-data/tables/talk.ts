import { leftOut, owned, type Places, type Section, through } from '../place.ts'

/** What follows the structure; nobody hands over what people have said to each other. */
const OF_STRUCTURE = `chat_id in (select id from chat where bound_to is not null or archived_group_id is not null)`
const own = 'личное: докуда человек дочитал и что отключил'

const chats: Places = {
  message_report: leftOut(owned(), 'жалобы видит только тот, кто их решает'),
  message_version: leftOut(through('message_id', 'message'), 'хранятся только на случай жалобы'),
  poll_vote: through('message_id', 'message'),
  message_file: through('message_id', 'message'),
  chat_draft: leftOut(through('chat_id', 'chat'), 'личное: это ещё никому не сказано'),
  scheduled_file: leftOut(through('message_id', 'scheduled_message'), 'личное: это ещё никому не сказано'),
  scheduled_message: leftOut(through('chat_id', 'chat'), 'личное: это ещё никому не сказано'),
  call_visit: through('call_id', 'call'),
  call_person: through('call_id', 'call'),
  call: through('chat_id', 'chat'),
  message: through('chat_id', 'chat', { where: OF_STRUCTURE }),
  chat_rule_part: through('chat_id', 'chat'),
  chat_member: through('chat_id', 'chat', { without: ['read_seq', 'is_muted'] }),
}

/** Last: invitations and meetings lead to chats. */
const chat: Places = { chat: owned({ where: `kind = 'group'` }) }

const channels: Places = {
  channel_position: leftOut(through('channel_id', 'channel'), own),
  post_vote: through('post_id', 'post'),
  post_comment: through('post_id', 'post', { where: 'deleted_at is null' }),
  comment_position: leftOut(through('post_id', 'post'), own),
  post_file: through('post_id', 'post'),
  broadcast_question: through('broadcast_id', 'broadcast'),
  broadcast_message: through('broadcast_id', 'broadcast', { where: 'removed_at is null' }),
  broadcast_visit: through('broadcast_id', 'broadcast'),
  broadcast_person: through('broadcast_id', 'broadcast'),
  recording: owned({ where: `owner <> 'call' or room in (select id from call where ${OF_STRUCTURE})` }),
  broadcast: owned(),
  post: through('channel_id', 'channel', { where: `state not in ('draft', 'deleted')` }),
  channel: owned(),
}

export const messageSection: Section = { folder: 'messages', title: 'Переписка и звонки', places: chats }
export const chatSection: Section = { folder: 'chats', title: 'Чаты', places: chat }
export const channelSection: Section = { folder: 'channels', title: 'Каналы и трансляции', places: channels }
