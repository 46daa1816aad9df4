/** What the journal says of statistics reports. */
export const oversightSentences = {
  'statistics-report.acknowledged': 'Руководитель ознакомился с отчётом{subject, select, none {} other { № {subject}}}',
  'statistics-report.compiled': 'Составлен отчёт{subject, select, none {} other { № {subject}}}',
  'statistics-report.removed': 'Удалён черновик отчёта',
  'statistics-report.returned': 'Отчёт{subject, select, none {} other { № {subject}}} возвращён на доработку',
  'statistics-report.submitted': 'Отчёт{subject, select, none {} other { № {subject}}} представлен руководителю',
} as const
