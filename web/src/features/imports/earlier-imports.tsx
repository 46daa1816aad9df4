import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '#features/organization-frame/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { importsQuery } from './queries.ts'
import classes from './imports.module.css'
import { t } from './texts.ts'

/** What was begun can be taken up again, what was brought in can be undone. */
export function EarlierImports() {
  const { id, code } = useOrganization()
  const { data: imports = [] } = useQuery(importsQuery(id))
  if (imports.length === 0) return null
  return (
    <section className={classes.section}>
      <Title order={2} fz={18}>
        {t('earlier')}
      </Title>
      <ul className={classes.rows}>
        {imports.map((one) => (
          <li key={one.id}>
            <Link to="/o/$code/imports/$importId" params={{ code, importId: one.id }} className={classes.earlier}>
              <b>{one.name || t('pasted')}</b>
              <span>{`${formatMoment(one.createdAt)}, ${one.createdBy}`}</span>
              <span className={classes.state} data-waiting={one.state === 'draft' || undefined}>
                {t(`state.${one.state}`)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
