import type { ArticleName } from '@kolosok/contract'
import { runSql, type Tx } from '#platform/db.ts'
import type { ShippedArticle } from '#platform/schema/articles.ts'

type Shipped = ShippedArticle & { readonly name: ArticleName; readonly plain: string }

/** Where it belongs on the page is the product's to say; what it says is the operator's, once they have changed it. */
export async function upsertShipped(tx: Tx, articles: readonly Shipped[]): Promise<void> {
  const given = articles.map(({ name, plain, ...shipped }) => ({ name, plain, shipped, ...shipped }))
  await runSql(
    tx,
    `insert into article as a (name, title, text, plain, topic, roles, is_open, screens, position, shipped)
     select name, title, text, plain, topic, roles, "isOpen", screens, position, shipped
     from jsonb_to_recordset($1) as given (name text, title text, text text, plain text, topic text, roles text[],
       "isOpen" boolean, screens text[], position integer, shipped jsonb)
     order by name
     on conflict (name) do update set
       shipped = excluded.shipped, screens = excluded.screens, position = excluded.position, rev = a.rev + 1,
       title = case when a.edited_from is null then excluded.title else a.title end,
       text = case when a.edited_from is null then excluded.text else a.text end,
       plain = case when a.edited_from is null then excluded.plain else a.plain end,
       topic = case when a.edited_from is null then excluded.topic else a.topic end,
       roles = case when a.edited_from is null then excluded.roles else a.roles end,
       is_open = case when a.edited_from is null then excluded.is_open else a.is_open end
     where a.shipped is distinct from excluded.shipped`,
    [JSON.stringify(given)],
  )
}

/** What is shipped no more goes; where the operator has changed it, it is theirs from now on. */
export async function deleteGone(tx: Tx, names: readonly ArticleName[]): Promise<void> {
  const gone = 'shipped is not null and name <> all($1)'
  await runSql(tx, `delete from article where ${gone} and edited_from is null`, [names])
  await runSql(tx, `update article set shipped = null, edited_from = null, rev = rev + 1 where ${gone}`, [names])
}
