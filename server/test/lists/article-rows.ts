import { articleEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import type { Row } from './row.ts'

const door = gets(articleEndpoints.get, 'name')

export const articleRows: Record<string, Row> = {
  'articles.list': { endpoint: articleEndpoints.list, lists: { articles: { id: 'name', door } } },
  'articles.manage': { endpoint: articleEndpoints.manage, lists: { articles: { id: 'name', door } } },
}
