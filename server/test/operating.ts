import { settings } from '#platform/settings.ts'

/** The list of settings for `docs/operating.md`, from the schema that reads them. */
export function settingsTable(): string {
  const rows = Object.entries(settings.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined).data
    const shown = fallback === undefined ? '' : `\`${String(fallback)}\``
    return `| \`${name}\` | ${shown} | ${(schema.description ?? '').replaceAll('|', '\\|')} |`
  })
  return ['| Setting | Unless said | What it is |', '| --- | --- | --- |', ...rows].join('\n')
}
