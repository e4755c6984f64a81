import type { RefusOidc } from '@/lib/oidc/libelles'

/** A sign-in through the provider that opens nothing: the person is told why on the sign-in page. */
export class ErreurOidc extends Error {
  constructor(
    readonly code: RefusOidc,
    readonly origine?: unknown,
  ) {
    super(code)
    this.name = 'ErreurOidc'
  }
}
