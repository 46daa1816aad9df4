import type {
  AccountId,
  FigureSection,
  OrganizationId,
  PeriodKind,
  StatisticsReportId,
  StatisticsReportState,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type StatisticsReportsSchema = {
  statistics_report: {
    id: StatisticsReportId
    organization_id: OrganizationId
    number: Optional<number>
    kind: PeriodKind
    first_day: ColumnType<Date, string, never>
    last_day: ColumnType<Date, string, never>
    state: Generated<StatisticsReportState>
    rev: Generated<number>
    word: Generated<string>
    answer: Generated<string>
    sections: ColumnType<FigureSection[] | null, string | undefined, string>
    counted_at: Optional<Date>
    compiled_by: AccountId
    compiled_at: Date
    submitted_by: Optional<AccountId>
    submitted_at: Optional<Date>
    decided_by: Optional<AccountId>
    decided_at: Optional<Date>
  }
}
