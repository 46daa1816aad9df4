import type { Webinar } from '@kolosok/contract'
import { Alert } from '@mantine/core'
import { IconArmchair, IconCertificate, IconClock, IconMapPin, IconMicrophone2, IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { LinkedText } from '#ui/linked-text.tsx'
import { t } from './texts.ts'
import { WebinarState } from './webinar-state.tsx'
import classes from './webinars.module.css'
import { forWhom, seatsOf, whenOf, whereOf } from './words.ts'

/** When, where, who holds it and what about: the same for whoever comes and whoever announces it. */
export function WebinarFacts({ webinar }: { webinar: Webinar }) {
  const { state, word, about, speaker, givesCertificate } = webinar
  return (
    <article className={classes.panel}>
      <div className={classes.marks}>
        <WebinarState webinar={webinar} />
      </div>
      {state === 'cancelled' && <Alert color="red">{t('cancelled.word', { word })}</Alert>}
      <Fact icon={<IconClock size={20} stroke={1.7} />}>{whenOf(webinar)}</Fact>
      <Fact icon={<IconMapPin size={20} stroke={1.7} />}>{whereOf(webinar)}</Fact>
      {speaker !== '' && <Fact icon={<IconMicrophone2 size={20} stroke={1.7} />}>{speaker}</Fact>}
      <Fact icon={<IconUsers size={20} stroke={1.7} />}>{forWhom(webinar)}</Fact>
      <Fact icon={<IconArmchair size={20} stroke={1.7} />}>{seatsOf(webinar)}</Fact>
      {givesCertificate && <Fact icon={<IconCertificate size={20} stroke={1.7} />}>{t('certificate.promised')}</Fact>}
      {about !== '' && (
        <p className={classes.text}>
          <LinkedText text={about} />
        </p>
      )}
    </article>
  )
}

const Fact = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <div className={classes.fact}>
    <span className={classes.icon} aria-hidden="true">
      {icon}
    </span>
    <span>{children}</span>
  </div>
)
