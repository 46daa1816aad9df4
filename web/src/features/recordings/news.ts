import { callNews } from '@kolosok/contract'

/** What LiveKit says to everybody in a call at once; the page itself asks a little later. */
export function saysRecorded(news: string): boolean {
  if (news === '') return false
  try {
    return callNews.parse(JSON.parse(news)).isRecorded
  } catch {
    return false
  }
}
