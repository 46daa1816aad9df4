type Texts<Name extends string> = { readonly [N in Name]?: string }

/** Of an address's `?…`, the texts of these names; whoever reads them looks whether they mean anything. */
export const textsOf =
  <const Name extends string>(...names: readonly Name[]) =>
  (given: Record<string, unknown>): Texts<Name> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = given[name]
        // The router reads «5» as a number.
        const text = typeof value === 'number' ? String(value) : value
        return typeof text === 'string' && text !== '' ? [[name, text]] : []
      }),
    ) as Texts<Name>
