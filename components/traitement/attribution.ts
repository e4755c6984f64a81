export type Attribution = { a?: string; vers?: string; par?: string }

/** «Attribuée à…», «Confiée à l’équipe…», «Remise à prendre»: who has it from now on, and why when nobody chose it. */
export function attributionEnMots({ a, vers, par }: Attribution): string {
  if (par === 'regles')
    return a ? `Rangée par les règles de routage\u00A0: ${a}` : 'Rangée dans la file commune par les règles'
  if (par === 'dissolution') return a ? `Passée à ${a}, son équipe est dissoute` : 'Sans équipe, la sienne est dissoute'
  if (par === 'depart')
    return a ? `À reprendre, ${a}\u00A0: l’agent n’est plus là` : 'À reprendre\u00A0: l’agent n’est plus là'
  if (vers === 'agent') return a ? `Attribuée à ${a}` : 'Attribuée à un collègue'
  if (vers === 'equipe') return a ? `Confiée à ${a}` : 'Confiée à une équipe'
  return a ? `Remise à prendre, ${a}` : 'Remise à prendre'
}
