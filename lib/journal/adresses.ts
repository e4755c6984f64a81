/** The journal on the side of who reads it. */
export const adresseDuJournal = ({ caisse }: { caisse: object | null }) =>
  caisse ? '/caisse/journal' : '/administration/journal'
