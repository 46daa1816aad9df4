import classes from './join.module.css'
import { t } from './texts.ts'

/** What a consent is to whom, what for and for how long, in plain words. */
export function ConsentFacts({ organizationName, role }: { organizationName: string; role: 'parent' | 'teacher' }) {
  const side = role === 'parent' ? 'family' : 'staff'
  const facts = [
    [t('consent.to'), organizationName],
    [t('consent.why'), t(`consent.${side}.why`)],
    [t('consent.what'), t(`consent.${side}.what`)],
    [t('consent.who'), t(`consent.${side}.who`)],
    [t('consent.how-long'), t(`consent.${side}.how-long`)],
    [t('consent.withdraw'), t('consent.withdraw.text')],
  ]
  return (
    <section className={classes.card}>
      <dl className={classes.facts}>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
