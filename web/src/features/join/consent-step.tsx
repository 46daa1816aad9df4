import type { OpenInvitation } from '@kolosok/contract'
import { Alert, Button, Checkbox, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import { isProblem, NoConnection } from '#lib/api.ts'
import { ConsentFacts } from './consent-facts.tsx'
import classes from './join.module.css'
import { t } from './texts.ts'

type Props = {
  readonly invitation: OpenInvitation
  readonly hasAgreed: boolean
  readonly isBusy: boolean
  readonly error: unknown
  readonly onAgree: (hasAgreed: boolean) => void
  readonly onEnter: () => void
  readonly onRefuse: () => void
}

/** The fourth screen: one consent, one purpose, in plain words, apart from everything else. */
export function ConsentStep({ invitation, hasAgreed, isBusy, error, onAgree, onEnter, onRefuse }: Props) {
  const [isMissing, setMissing] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const side = invitation.role === 'parent' ? 'family' : 'staff'
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(!hasAgreed)
        if (hasAgreed) onEnter()
        else box.current?.focus()
      }}
    >
      <Title order={1} fz={22}>
        {t('consent.title')}
      </Title>
      <ConsentFacts organizationName={invitation.organization.name} role={invitation.role} />
      <Checkbox
        ref={box}
        size="md"
        label={t(`consent.${side}.agree`)}
        checked={hasAgreed}
        error={isMissing && !hasAgreed ? t('consent.missing') : undefined}
        onChange={(event) => onAgree(event.currentTarget.checked)}
      />
      {error != null && (
        <Alert color="red" role="alert">
          {explain(error)}
        </Alert>
      )}
      <div className={classes.actions}>
        <Button type="submit" size="lg" fullWidth loading={isBusy}>
          {t('consent.enter')}
        </Button>
        <Button variant="subtle" fullWidth onClick={onRefuse}>
          {t('consent.refuse')}
        </Button>
      </div>
    </form>
  )
}

function explain(error: unknown): string {
  if (error instanceof NoConnection) return t('failed.offline')
  return isProblem(error, 'consent-outdated') ? t('consent.outdated') : t('failed.unknown')
}
