/** «05 00 00 12 34» for a French number; another one as it is. */
export function espacer(telephone: string | null | undefined): string | undefined {
  return telephone?.replace(/^(0\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1\u00A0$2\u00A0$3\u00A0$4\u00A0$5') ?? undefined
}
