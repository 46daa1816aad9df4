import { type LocalActStep, stepsToForce, type WholeLocalAct } from '@kolosok/contract'
import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './local-acts.module.css'
import { StepDialog } from './step-dialog.tsx'
import { t } from './texts.ts'
import { stepText } from './words.tsx'

/** The way of a document to force: what is behind it, the one thing to do now, what is still to come. */
export function Steps({ act }: { act: WholeLocalAct }) {
  const [entering, setEntering] = useState<LocalActStep | null>(null)
  const { kind, hearsParents, abilities, waitsFor } = act
  return (
    <section className={classes.card} aria-label={t('steps')}>
      <ol className={classes.steps}>
        {stepsToForce(kind, hearsParents).map((step) => {
          const done = stepText(act, step)
          return (
            <li key={step} data-done={done !== null || undefined} data-now={step === abilities.next || undefined}>
              <span className={classes.stepMark} aria-hidden="true">
                {done !== null && <IconCheck size={16} stroke={2.4} />}
              </span>
              <span className={classes.stepText}>
                <b>{t(kind === 'order' && step === 'approved' ? 'step.signed' : `step.${step}`)}</b>
                <small>{done ?? (step === waitsFor ? t('step.waits-for-head') : t('step.ahead'))}</small>
              </span>
              {step === abilities.next && (
                <Button onClick={() => setEntering(step)}>
                  {t(kind === 'order' && step === 'approved' ? 'enter.signed' : `enter.${step}`)}
                </Button>
              )}
              {abilities.correct.includes(step) && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={44}
                  aria-label={t('step.correct', { step: t(`step.${step}`) })}
                  onClick={() => setEntering(step)}
                >
                  <IconPencil size={20} />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ol>
      {entering && <StepDialog act={act} step={entering} onClose={() => setEntering(null)} />}
    </section>
  )
}
