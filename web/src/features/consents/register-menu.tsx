import { consentEndpoints, type ConsentPurposeId, pathOf } from '@kolosok/contract'
import { PaperMenu } from '#ui/paper-menu.tsx'
import { t } from './texts.ts'

export function RegisterMenu({ purposeId: consentPurposeId }: { purposeId: ConsentPurposeId }) {
  const papers = (['pdf', 'xlsx'] as const).map((format) => ({
    label: t(`office.register.${format}`),
    href: pathOf(consentEndpoints.register, { consentPurposeId, format }),
  }))
  return <PaperMenu label={t('office.register')} papers={papers} />
}
