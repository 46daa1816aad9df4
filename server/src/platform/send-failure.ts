/**
 * Why a letter or an SMS did not go out. `refused`: it never will, to this address; `later`: perhaps the
 * next time; `unreachable`: nothing goes out at the moment, to nobody.
 */
export class SendFailure extends Error {
  override readonly name = 'SendFailure'
  readonly kind: 'refused' | 'later' | 'unreachable'

  constructor(kind: SendFailure['kind'], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.kind = kind
  }
}
