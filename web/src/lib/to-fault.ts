type Form = { getInputNode(path: string): HTMLElement | null }

/** Leads to the first field that something is wrong with: in a long form it may be out of sight. */
export const toFaultOf =
  (form: Form) =>
  (errors: Readonly<Record<string, unknown>>): void => {
    const at = Object.keys(errors).find((path) => form.getInputNode(path) !== null)
    if (at !== undefined) form.getInputNode(at)?.focus()
  }
