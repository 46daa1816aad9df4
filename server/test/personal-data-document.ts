import type { Entry } from '#personal-data/register/entry.ts'
import { register } from '#personal-data/register/register.ts'

const becomes = {
  erased: () => 'стирается',
  emptied: (because: string) => `обезличивается: ${because}`,
  kept: (because: string) => `остаётся: ${because}`,
  untouched: () => 'не зависит от учётной записи',
}

function say({ onDeletion }: Entry): string {
  return becomes[onDeletion.become]('because' in onDeletion ? onDeletion.because : '')
}

/** `docs/personal-data.md`, from the register that exports and deletions follow. */
export function personalDataDocument(): string {
  const entries = Object.entries(register)
  const personal = entries.filter(([, { personal: columns }]) => Object.keys(columns).length > 0)
  const others = entries.filter(([, { personal: columns }]) => Object.keys(columns).length === 0)
  return `# Персональные данные

Какие сведения о людях хранит Колосок, зачем и сколько. Этот список — часть программы: по нему собирается архив
«Мои данные» и удаляется учётная запись, и тест сверяет его с базой данных, таблица за таблицей и столбец за столбцом.
Он пишется сам: \`UPDATE=1 npx vitest run server/test/personal-data-register.test.ts\`.

| Что (таблица) | Сведения | Зачем | Сколько хранится | При удалении учётной записи |
| --- | --- | --- | --- | --- |
${personal
  .map(
    ([table, entry]) =>
      `| ${entry.what} (\`${table}\`) | ${Object.values(entry.personal).join(', ')} | ${entry.why} | ${entry.howLong} | ${say(entry)} |`,
  )
  .join('\n')}

## Таблицы без сведений о людях

В них есть только ссылки на записи выше, даты и состояния.

| Что (таблица) | При удалении учётной записи |
| --- | --- |
${others.map(([table, entry]) => `| ${entry.what} (\`${table}\`) | ${say(entry)} |`).join('\n')}

Резервные копии содержат всё перечисленное, пока их не сменят новые (\`BACKUP_KEEP\`).
`
}
