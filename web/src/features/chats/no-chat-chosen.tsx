import { Logo } from '#ui/logo.tsx'
import { EmptyState } from '#ui/states.tsx'
import { t } from './texts.ts'

export function NoChatChosen() {
  return <EmptyState icon={<Logo size={56} />} title={t('choose')} />
}
