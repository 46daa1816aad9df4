import type { FigureSection } from '@kolosok/contract'
import { Title } from '@mantine/core'
import classes from './statistics.module.css'
import { t } from './texts.ts'
import { valueOf } from './words.ts'

type Compared = { readonly before?: number | null }
type Section = Omit<FigureSection, 'figures'> & {
  readonly figures: readonly (FigureSection['figures'][number] & Compared)[]
}

/** Figure by figure, each with what it means; beside it what it was, where that is known. */
export function Figures({ sections }: { sections: readonly Section[] }) {
  return (
    <div className={classes.sections}>
      {sections.map(({ code, title, figures }) => (
        <section key={code} className={classes.section} aria-labelledby={`figures-${code}`}>
          <Title order={2} fz="lg" id={`figures-${code}`}>
            {title}
          </Title>
          <dl className={classes.figures}>
            {figures.map(({ code: name, title: what, definition, unit, value, before }) => (
              <div key={name} className={classes.figure}>
                <dt>{what}</dt>
                <dd className={classes.value}>
                  {valueOf(unit, value)}
                  {before !== undefined && (
                    <span className={classes.before}>{t('before', { value: valueOf(unit, before) })}</span>
                  )}
                </dd>
                <dd className={classes.definition}>{definition}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
