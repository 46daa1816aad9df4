import { type Broadcast, type BroadcastNews, broadcastNews } from '@kolosok/contract'

type Known = { readonly broadcast: Broadcast; readonly question: BroadcastNews['question'] }

/** What LiveKit says to all at once; the page itself asks a little later. */
export function withNews(asked: Broadcast, text: string): Known {
  const news = read(text)
  if (!news) return { broadcast: asked, question: null }
  const { viewers, hasChat, isRecorded, question } = news
  // Being recorded: whichever says so first, and until both say no more.
  return { broadcast: { ...asked, viewers, hasChat, isRecorded: asked.isRecorded || isRecorded }, question }
}

function read(text: string): BroadcastNews | undefined {
  if (text === '') return undefined
  try {
    return broadcastNews.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
