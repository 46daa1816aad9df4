import type { Gathered, Row } from './mine.store.ts'

/** Names of what stands in many tables. */
const common: Record<string, string> = {
  created_at: 'Создано',
  used_at: 'Последний раз',
  sent_at: 'Отправлено',
  edited_at: 'Исправлено',
  deleted_at: 'Удалено',
  given_at: 'Дано',
  withdrawn_at: 'Отозвано',
  requested_at: 'Запрошено',
  decided_at: 'Решено',
  from_at: 'С',
  until_at: 'По',
  first_day: 'С',
  last_day: 'По',
  joined_at: 'Вход',
  left_at: 'Выход',
  ended_at: 'Окончено',
  voted_at: 'Когда',
  replaced_at: 'Заменено',
  published_at: 'Опубликовано',
  confirmed_at: 'Подтверждено',
  at: 'Когда',
  dated: 'Дата',
  size: 'Размер, байт',
  is_admin: 'Администратор',
  is_head: 'Руководитель',
}

const styles = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 960px; padding: 24px; color: #1c2430; }
  h1 { font-size: 28px } h2 { font-size: 20px; margin-top: 40px } .why { color: #55606e }
  .wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #dde2e8; padding: 6px 12px 6px 0; overflow-wrap: anywhere }
  th { font-weight: 600 } td { white-space: pre-wrap; min-width: 80px }
  @media (prefers-color-scheme: dark) { body { background: #12161d; color: #e6eaf0 } .why { color: #a5afbd } th, td { border-color: #2b3340 } }`

/** The archive for people: no script, nothing fetched, readable on paper. */
export function drawPage(gathered: readonly Gathered[], { name, at }: { name: string; at: Date }): string {
  const sections = gathered.map(drawSection).join('\n')
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Мои данные</title>
<style>${styles}</style>
</head>
<body>
<h1>Мои данные: ${escape(name)}</h1>
<p class="why">Собрано ${escape(moment.format(at))} (по Москве). То же для программ: data.json. Ваши файлы: папка files.</p>
${sections}
</body>
</html>
`
}

function drawSection({ entry, rows }: Gathered): string {
  const names = { ...common, ...entry.personal }
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column in names)
  const head = columns.map((column) => `<th>${escape(names[column] ?? column)}</th>`).join('')
  const body = rows.map((row) => `<tr>${columns.map((column) => drawCell(row, column)).join('')}</tr>`).join('\n')
  const table = columns.length > 0 ? `<div class="wide"><table><tr>${head}</tr>\n${body}</table></div>` : ''
  return `<h2>${escape(entry.what)}: ${String(rows.length)}</h2>
<p class="why">Зачем: ${escape(entry.why)}. Сколько хранится: ${escape(entry.howLong)}.</p>
${table}`
}

const drawCell = (row: Row, column: string): string => `<td>${escape(sayValue(row[column]))}</td>`

const moment = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Moscow' })

function sayValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return moment.format(value)
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (Array.isArray(value)) return value.map(sayValue).join(', ')
  if (typeof value === 'object') return 'name' in value ? sayValue(value.name) : JSON.stringify(value)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
