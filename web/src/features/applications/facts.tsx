import type { ApplicationFacts } from '@kolosok/contract'
import { Fragment } from 'react'
import { formatPhone } from '#lib/phone.ts'
import classes from './form.module.css'
import { t } from './texts.ts'

const fields = ['organizationName', 'inn', 'address', 'headName', 'administratorName', 'phone', 'email'] as const

export function Facts({ facts }: { facts: ApplicationFacts }) {
  return (
    <dl className={classes.facts}>
      {fields.map((field) => (
        <Fragment key={field}>
          <dt>{field === 'administratorName' ? t('section.administrator') : t(`field.${field}`)}</dt>
          <dd>{field === 'phone' ? formatPhone(facts.phone) : facts[field]}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
