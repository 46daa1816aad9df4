import { ColumnPage } from '#ui/column-page.tsx'
import { ChangeList } from './change-list.tsx'
import { t } from './texts.ts'

/** The operator's: of everybody, for those about whom no organization decides. */
export function AllPhoneChangesPage() {
  return (
    <ColumnPage
      backTo="/operator"
      back={t('back.operator')}
      title={t('title.operator')}
      lead={t('lead.operator')}
      width={760}
    >
      <ChangeList organizationId={null} />
    </ColumnPage>
  )
}
